//! A compiled module in two: what a page needs at first, and what it fetches later.
//!
//! A function is needed at first if something leads to it that is: an export that is called at first, or
//! the table through which functions are called by number. All others are moved into a second module,
//! which has memory, tables and globals in common with the first. An export that comes later is, in the
//! first module, a call through a place of the table that is empty until the second module fills it; so
//! who calls it calls the first module, and nothing else has to know.

use anyhow::{Context as _, Result};
use std::collections::BTreeSet;
use walrus::ir::{self, Visitor};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportedFunction, Module,
};

/// What the second module calls the first.
const FIRST: &str = "first";

/// The two modules.
pub(crate) struct Cut {
    pub(crate) first: Vec<u8>,
    pub(crate) later: Vec<u8>,
}

/// Cuts a module so that the exports `later` come with the second part.
pub(crate) fn cut(module: &[u8], later: &[&str]) -> Result<Cut> {
    let mut first = read(module)?;
    let wanted = later.iter().map(|name| first.exports.get_func(name));
    let wanted: Vec<FunctionId> = wanted.collect::<Result<_>>()?;
    let needed = reached(&first, &roots(&first, later));
    let moved: BTreeSet<usize> = reached(&first, &wanted)
        .difference(&needed)
        .copied()
        .collect();
    // Some are called by others, too, and stay.
    let wanted: Vec<(&str, usize)> = later
        .iter()
        .zip(&wanted)
        .map(|(&name, id)| (name, id.index()))
        .filter(|(_, index)| moved.contains(index))
        .collect();

    let mut second = read(module)?;
    let place = open_places(&mut first, &wanted)?;
    share(&mut first, &mut second, &moved);
    fill_places(&mut second, &wanted, place)?;
    walrus::passes::gc::run(&mut first);
    walrus::passes::gc::run(&mut second);
    Ok(Cut {
        first: first.emit_wasm(),
        later: second.emit_wasm(),
    })
}

fn read(module: &[u8]) -> Result<Module> {
    let mut config = walrus::ModuleConfig::new();
    config
        .generate_name_section(false)
        .generate_producers_section(false);
    Module::from_buffer_with_config(module, &config).context("reading a compiled module")
}

/// Where every call begins that can come before the second module is there.
fn roots(module: &Module, later: &[&str]) -> Vec<FunctionId> {
    let mut roots: Vec<FunctionId> = module.start.into_iter().collect();
    for export in module.exports.iter() {
        if let ExportItem::Function(function) = export.item
            && !later.contains(&export.name.as_str())
        {
            roots.push(function);
        }
    }
    for element in module.elements.iter() {
        match &element.items {
            ElementItems::Functions(functions) => roots.extend(functions),
            ElementItems::Expressions(_, items) => {
                roots.extend(items.iter().filter_map(|item| match item {
                    ConstExpr::RefFunc(function) => Some(*function),
                    _ => None,
                }));
            }
        }
    }
    roots
}

/// The functions that a function names.
#[derive(Default)]
struct Named(Vec<FunctionId>);

impl Visitor<'_> for Named {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

/// The functions that a function of a module names.
fn named(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    let mut named = Named::default();
    if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
        ir::dfs_in_order(&mut named, local, local.entry_block());
    }
    named.0
}

/// The places of all functions that something leads to from some.
fn reached(module: &Module, roots: &[FunctionId]) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next = roots.to_vec();
    while let Some(function) = next.pop() {
        if reached.insert(function.index()) {
            next.extend(named(module, function));
        }
    }
    reached
}

/// Puts a call through the table in the place of each function that comes later. Answers with where in
/// the table the first of them is to stand.
fn open_places(module: &mut Module, later: &[(&str, usize)]) -> Result<u64> {
    let table = module.tables.main_function_table()?;
    let table = table.context("a module without a table of functions")?;
    let grown = module.tables.get_mut(table);
    let place = grown.initial;
    grown.initial += later.len() as u64;
    grown.maximum = grown.maximum.map(|most| most.max(grown.initial));
    for (number, (name, _)) in later.iter().enumerate() {
        let function = module.exports.get_func(name)?;
        let ty = module.funcs.get(function).ty();
        let (parameters, results) = module.types.params_results(ty);
        let (parameters, results) = (parameters.to_vec(), results.to_vec());
        let arguments: Vec<_> = parameters.iter().map(|&ty| module.locals.add(ty)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
        let mut body = builder.func_body();
        for &argument in &arguments {
            body.local_get(argument);
        }
        let at = i32::try_from(place)? + i32::try_from(number)?;
        body.i32_const(at).call_indirect(ty, table);
        let call = builder.finish(arguments, &mut module.funcs);
        let exports = module.exports.iter_mut();
        let mut exports = exports.filter(|export| export.name == *name);
        exports.next().context("an export that is gone")?.item = ExportItem::Function(call);
    }
    Ok(place)
}

/// Has the first module export what both have in common, and the second import it.
fn share(first: &mut Module, second: &mut Module, moved: &BTreeSet<usize>) {
    let local: Vec<FunctionId> = second.funcs.iter().map(|function| function.id()).collect();
    let mut common = BTreeSet::new();
    for &function in local.iter().filter(|id| moved.contains(&id.index())) {
        let named = named(second, function).into_iter().map(|id| id.index());
        common.extend(named.filter(|index| !moved.contains(index)));
    }
    let exports: Vec<_> = second.exports.iter().map(|export| export.id()).collect();
    for export in exports {
        second.exports.delete(export);
    }
    second.start = None;

    let originals: Vec<FunctionId> = first.funcs.iter().map(|function| function.id()).collect();
    for id in originals
        .into_iter()
        .filter(|id| common.contains(&id.index()))
    {
        first.exports.add(&format!("f{}", id.index()), id);
    }
    for id in local.into_iter().filter(|id| common.contains(&id.index())) {
        let ty = second.funcs.get(id).ty();
        let import = second.imports.add(FIRST, &format!("f{}", id.index()), id);
        second.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    share_state(first, second);
}

/// The same for memory, tables and globals: each is the first's own, with all that is in it.
fn share_state(first: &mut Module, second: &mut Module) {
    for global in first.globals.iter() {
        let name = format!("g{}", global.id().index());
        first.exports.add(&name, global.id());
    }
    for table in first.tables.iter() {
        let name = format!("t{}", table.id().index());
        first.exports.add(&name, table.id());
    }
    for memory in first.memories.iter() {
        let name = format!("m{}", memory.id().index());
        first.exports.add(&name, memory.id());
    }
    let globals: Vec<_> = second.globals.iter().map(|global| global.id()).collect();
    for id in globals {
        let import = second.imports.add(FIRST, &format!("g{}", id.index()), id);
        second.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for table in second.tables.iter_mut() {
        let name = format!("t{}", table.id().index());
        table.import = Some(second.imports.add(FIRST, &name, table.id()));
        table.elem_segments.clear();
    }
    for memory in second.memories.iter_mut() {
        let name = format!("m{}", memory.id().index());
        memory.import = Some(second.imports.add(FIRST, &name, memory.id()));
        memory.data_segments.clear();
    }
    let elements: Vec<_> = second.elements.iter().map(|element| element.id()).collect();
    for element in elements {
        second.elements.delete(element);
    }
    let data: Vec<_> = second.data.iter().map(|data| data.id()).collect();
    for data in data {
        second.data.delete(data);
    }
}

/// Has the second module fill the places that wait for it.
fn fill_places(module: &mut Module, later: &[(&str, usize)], place: u64) -> Result<()> {
    let table = module.tables.main_function_table()?;
    let table = table.context("a module without a table of functions")?;
    module.tables.get_mut(table).initial = place + later.len() as u64;
    let most = module.tables.get(table).maximum;
    module.tables.get_mut(table).maximum = most.map(|most| most.max(place + later.len() as u64));
    let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let function = |&(_, index): &(&str, usize)| ids.iter().copied().find(|id| id.index() == index);
    let functions = later.iter().filter_map(function).collect();
    let offset = ConstExpr::Value(ir::Value::I32(i32::try_from(place)?));
    let kind = ElementKind::Active { table, offset };
    let segment = module
        .elements
        .add(kind, ElementItems::Functions(functions));
    module.tables.get_mut(table).elem_segments.insert(segment);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::RefType;

    /// Two exports: `early` calls what both need, `late` that and what it alone needs.
    fn whole() -> Vec<u8> {
        let mut module = Module::default();
        let mut constant = |value| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I32]);
            builder.func_body().i32_const(value);
            builder.finish(vec![], &mut module.funcs)
        };
        let [shared, own, by_number] = [1, 2, 3].map(&mut constant);
        for (name, called) in [("early", vec![shared]), ("late", vec![shared, own])] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            for function in called {
                builder.func_body().call(function).drop();
            }
            let function = builder.finish(vec![], &mut module.funcs);
            module.exports.add(name, function);
        }
        let table = module.tables.add_local(false, 2, Some(2), RefType::FUNCREF);
        let offset = ConstExpr::Value(ir::Value::I32(1));
        let kind = ElementKind::Active { table, offset };
        let segment = module
            .elements
            .add(kind, ElementItems::Functions(vec![by_number]));
        module.tables.get_mut(table).elem_segments.insert(segment);
        module.emit_wasm()
    }

    fn names<'a>(names: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
        names.map(String::as_str).collect()
    }

    #[test]
    fn what_comes_later_is_called_through_a_place_that_the_second_module_fills() {
        let cut = cut(&whole(), &["late"]).unwrap();
        let (first, second) = (read(&cut.first).unwrap(), read(&cut.later).unwrap());
        // `shared`, the one in the table, `early`, and the call that stands for `late`.
        assert_eq!(first.funcs.iter_local().count(), 4);
        assert_eq!(first.tables.iter().next().unwrap().initial, 3);
        let exports = names(first.exports.iter().map(|export| &export.name));
        assert_eq!(exports[..2], ["early", "late"]);
        // `late` and `own`.
        assert_eq!(second.funcs.iter_local().count(), 2);
        assert_eq!(second.exports.iter().count(), 0);
        let imports = names(second.imports.iter().map(|import| &import.name));
        // `shared` and the table.
        assert_eq!(imports, exports[2..]);
        assert_eq!(imports.len(), 2);
        let element = second.elements.iter().next().unwrap();
        assert!(matches!(
            &element.kind,
            ElementKind::Active {
                offset: ConstExpr::Value(ir::Value::I32(2)),
                ..
            }
        ));
    }

    #[test]
    fn what_an_early_export_needs_stays_and_an_unknown_name_is_refused() {
        let cut = cut(&whole(), &[]).unwrap();
        assert_eq!(read(&cut.later).unwrap().funcs.iter().count(), 0);
        assert!(super::cut(&whole(), &["later"]).is_err());
    }
}
