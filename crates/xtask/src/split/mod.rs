//! Splits a compiled module into what a page needs at first, and parts of the same program that come later.
//!
//! The parts have memory, stack and table in common with the first module: no function is there twice, and
//! a value is the same on both sides. Where a function has moved to a part, the first module keeps one of
//! its type in its place that calls it through the table, where the part puts it when it is instantiated
//! with the first module's exports, `WebAssembly.instantiate(part, { first: exports })`. Whoever calls it
//! before that meets a trap.

mod plan;

use anyhow::{Context as _, Result};
use plan::Plan;
use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportKind, ImportedFunction, Module, ModuleConfig, TableId, passes,
};

/// What a part imports from.
const FIRST: &str = "first";

/// What of a module comes later, together: each function that begins with one of these, by the name that it
/// is exported under or else by its path in Rust, and what only they call.
pub(crate) type Part = [&'static str];

/// What a module was split into.
#[derive(Debug)]
pub(crate) struct Split<const N: usize> {
    /// What exports all that the whole module did.
    pub(crate) first: Vec<u8>,
    /// Each part, in the order in which they were asked for.
    pub(crate) parts: [Vec<u8>; N],
}

/// Splits a module. It has the names of its functions; what comes out has none.
///
/// # Errors
/// Where the module cannot be read, or has nothing of what a part asks for.
pub(crate) fn split<const N: usize>(module: &[u8], parts: [&Part; N]) -> Result<Split<N>> {
    let plan = Plan::of(&parsed(module)?, &parts)?;
    let mut first = first_of(parsed(module)?, &plan)?;
    let mut split = parts.map(|_| Vec::new());
    for (part, bytes) in split.iter_mut().enumerate() {
        let mut part = part_of(parsed(module)?, &plan, part)?;
        export_to(&part, &mut first)?;
        *bytes = part.emit_wasm();
    }
    passes::gc::run(&mut first);
    Ok(Split {
        first: first.emit_wasm(),
        parts: split,
    })
}

fn parsed(module: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(module)
}

/// A part: all that is not in it is imported, and what others call of it is put into the table.
fn part_of(mut module: Module, plan: &Plan, part: usize) -> Result<Module> {
    let all = functions(&module);
    let imports: Vec<_> = module.imports.iter().map(|import| import.id()).collect();
    imports.into_iter().for_each(|id| module.imports.delete(id));
    let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    module.start = None;
    let segments: Vec<_> = module.elements.iter().map(|segment| segment.id()).collect();
    segments
        .into_iter()
        .for_each(|id| module.elements.delete(id));
    let segments: Vec<_> = module.data.iter().map(|segment| segment.id()).collect();
    segments.into_iter().for_each(|id| module.data.delete(id));

    let others = all.iter().enumerate();
    for (index, id) in others.filter(|(index, _)| !plan.is_in(part, *index)) {
        let ty = module.funcs.get(*id).ty();
        let import = module.imports.add(FIRST, &format!("function{index}"), *id);
        module.funcs.get_mut(*id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for (index, memory) in module.memories.iter_mut().enumerate() {
        let import = module
            .imports
            .add(FIRST, &format!("memory{index}"), memory.id());
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    for (index, table) in module.tables.iter_mut().enumerate() {
        let import = module
            .imports
            .add(FIRST, &format!("table{index}"), table.id());
        table.import = Some(import);
        table.elem_segments.clear();
    }
    let globals: Vec<_> = module.globals.iter().map(|global| global.id()).collect();
    for (index, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("global{index}"), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }

    let table = function_table(&module)?;
    make_room(&mut module, table, plan);
    let entries = plan.entries(part).iter().map(|index| all[*index]).collect();
    let offset = ConstExpr::Value(Value::I32(i32::try_from(plan.place(part))?));
    let segment = module.elements.add(
        ElementKind::Active { table, offset },
        ElementItems::Functions(entries),
    );
    module.tables.get_mut(table).elem_segments.insert(segment);
    passes::gc::run(&mut module);
    Ok(module)
}

/// The module without its parts, and a table with room for them.
fn first_of(mut module: Module, plan: &Plan) -> Result<Module> {
    let all = functions(&module);
    let table = function_table(&module)?;
    for part in 0..plan.parts() {
        for (place, index) in (plan.place(part)..).zip(plan.entries(part)) {
            call_through_table(&mut module, all[*index], table, i32::try_from(place)?)?;
        }
    }
    make_room(&mut module, table, plan);
    Ok(module)
}

/// Gives the table places for all entries.
fn make_room(module: &mut Module, table: TableId, plan: &Plan) {
    let length = plan.place(plan.parts());
    let table = module.tables.get_mut(table);
    table.initial = length;
    table.maximum = table.maximum.map(|most| most.max(length));
}

/// Gives a function another body: it calls what stands at a place of the table.
fn call_through_table(
    module: &mut Module,
    id: FunctionId,
    table: TableId,
    place: i32,
) -> Result<()> {
    let ty = module.funcs.get(id).ty();
    let (params, results) = {
        let ty = module.types.get(ty);
        (ty.params().to_vec(), ty.results().to_vec())
    };
    let locals: Vec<_> = params
        .iter()
        .map(|param| module.locals.add(*param))
        .collect();
    let mut function = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = function.func_body();
    for local in &locals {
        body.local_get(*local);
    }
    body.i32_const(place).call_indirect(ty, table);
    module.funcs.get_mut(id).kind = FunctionKind::Local(function.local_func(locals));
    Ok(())
}

/// Exports whatever a part imports.
fn export_to(part: &Module, first: &mut Module) -> Result<()> {
    let all = functions(first);
    let memories: Vec<_> = first.memories.iter().map(|memory| memory.id()).collect();
    let tables: Vec<_> = first.tables.iter().map(|table| table.id()).collect();
    let globals: Vec<_> = first.globals.iter().map(|global| global.id()).collect();
    for import in part.imports.iter() {
        let name = import.name.as_str();
        let digits = name.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let index: usize = digits
            .parse()
            .with_context(|| format!("importing {name}"))?;
        let item: ExportItem = match import.kind {
            ImportKind::Function(_) => all[index].into(),
            ImportKind::Memory(_) => memories[index].into(),
            ImportKind::Table(_) => tables[index].into(),
            ImportKind::Global(_) => globals[index].into(),
            ImportKind::Tag(_) => anyhow::bail!("a part imports the exception {name}"),
        };
        if first.exports.iter().all(|export| export.name != name) {
            first.exports.add(name, item);
        }
    }
    Ok(())
}

/// All functions, in the order of the module: the same whenever it is parsed.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(|function| function.id()).collect()
}

/// Where functions stand that are called by their number.
fn function_table(module: &Module) -> Result<TableId> {
    module
        .tables
        .main_function_table()?
        .context("a module that calls nothing by number")
}

#[cfg(test)]
mod tests;
