use walrus::{RefType, ValType};

use super::*;

/// `first` and `later` are exported; both call `shared`, and `later` alone calls `own::help`.
fn module() -> Vec<u8> {
    let mut module = Module::default();
    let memory = module.memories.add_local(false, false, 1, None, None);
    module.exports.add("memory", memory);
    let table = module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
    let log = module.types.add(&[ValType::F64], &[]);
    let (log, _) = module.add_import_func("host", "log", log);
    let function = |module: &mut Module, name: &str, calls: &[FunctionId]| {
        let mut function = FunctionBuilder::new(&mut module.types, &[ValType::F64], &[]);
        function.name(name.to_owned());
        let x = module.locals.add(ValType::F64);
        for called in calls {
            function.func_body().local_get(x).call(*called);
        }
        function.finish(vec![x], &mut module.funcs)
    };
    let help = function(&mut module, "own::help", &[log]);
    let shared = function(&mut module, "shared", &[]);
    let later = function(&mut module, "later", &[shared, help]);
    let first = function(&mut module, "first", &[shared, later]);
    module.exports.add("later_on", later);
    module.exports.add("first", first);
    let offset = ConstExpr::Value(Value::I32(0));
    let kind = ElementKind::Active { table, offset };
    let segment = module
        .elements
        .add(kind, ElementItems::Functions(vec![shared]));
    module.tables.get_mut(table).elem_segments.insert(segment);
    module.emit_wasm()
}

fn read(module: &[u8]) -> Module {
    Module::from_buffer(module).unwrap()
}

fn locals(module: &Module) -> usize {
    module.funcs.iter_local().count()
}

#[test]
fn what_only_a_part_calls_is_in_it_and_all_else_is_in_the_first() {
    let Split { first, parts } = split(&module(), [&["later"]]).unwrap();
    let [part] = parts;
    let (first, part) = (read(&first), read(&part));
    // `later` and `own::help`.
    assert_eq!((locals(&first), locals(&part)), (3, 2));
    let exports: Vec<_> = first
        .exports
        .iter()
        .map(|export| export.name.as_str())
        .collect();
    assert_eq!(exports[..3], ["memory", "later_on", "first"]);
    let mut imports = Vec::new();
    for import in part.imports.iter() {
        assert_eq!(import.module, FIRST);
        assert!(exports.contains(&import.name.as_str()), "{}", import.name);
        imports.push(
            import
                .name
                .trim_end_matches(|letter: char| letter.is_ascii_digit()),
        );
    }
    imports.sort_unstable();
    // `shared` and the host's `log`; what nothing in it uses is not imported.
    assert_eq!(imports, ["function", "function", "table"]);
    // One place more, which the part fills.
    let table = first.tables.iter().next().unwrap();
    assert_eq!((table.initial, table.maximum), (2, Some(2)));
    let segment = part.elements.iter().next().unwrap();
    let ElementKind::Active {
        offset: ConstExpr::Value(Value::I32(1)),
        ..
    } = segment.kind
    else {
        panic!("{:?}", segment.kind);
    };
}

#[test]
fn what_two_parts_call_is_in_neither() {
    let parts: [&Part; 2] = [&["later"], &["own::"]];
    let Split { first, parts } = split(&module(), parts).unwrap();
    assert_eq!(locals(&read(&first)), 4);
    assert_eq!(parts.map(|part| locals(&read(&part))), [1, 1]);
    let parts: [&Part; 2] = [&["later"], &["first"]];
    let Split { first, parts } = split(&module(), parts).unwrap();
    // `shared`, and the way to each.
    assert_eq!(locals(&read(&first)), 3);
    assert_eq!(parts.map(|part| locals(&read(&part))), [2, 1]);
}

#[test]
fn a_part_of_nothing_is_refused() {
    let found = split(&module(), [&["later", "sooner"]]).unwrap_err();
    assert_eq!(found.to_string(), "no function begins with sooner");
}
