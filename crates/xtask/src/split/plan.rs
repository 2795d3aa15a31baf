//! Which function of a module goes where.

use anyhow::{Result, ensure};
use rustc_demangle::demangle;
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ConstExpr, ElementItems, ExportItem, FunctionId, FunctionKind, Module};

use super::{Part, function_table, functions};

/// A function by its place in the module.
type Index = usize;

/// Which function goes where.
#[derive(Debug)]
pub(super) struct Plan {
    /// Of each part its functions.
    members: Vec<BTreeSet<Index>>,
    /// Of each part those that are called from elsewhere, in the order of their places in the table.
    entries: Vec<Vec<Index>>,
    /// How long the table is without them.
    table: u64,
}

impl Plan {
    /// # Errors
    /// Where the module has nothing of what a part asks for.
    pub(super) fn of(module: &Module, parts: &[&Part]) -> Result<Self> {
        let graph = Graph::of(module);
        let mut asked = BTreeMap::new();
        for (part, beginnings) in parts.iter().enumerate() {
            for beginning in *beginnings {
                let found = graph.named(beginning);
                ensure!(!found.is_empty(), "no function begins with {beginning}");
                asked.extend(found.into_iter().map(|function| (function, part)));
            }
        }
        let asked_of = |part: usize| {
            let asked = asked.iter().filter(move |(_, of)| **of == part);
            asked.map(|(function, _)| *function)
        };

        let mut first = graph.reach(graph.roots.iter().copied(), |f| !asked.contains_key(&f));
        let reached =
            |part| graph.reach(asked_of(part), |f| asked.get(&f).is_none_or(|p| *p == part));
        let mut members: Vec<_> = (0..parts.len()).map(reached).collect();
        // What several parts call is in none of them.
        let mut seen = BTreeSet::new();
        first.extend(
            members
                .iter()
                .flatten()
                .filter(|function| !seen.insert(**function)),
        );
        // Nor is what the host gives.
        first.extend(&graph.imported);
        for part in &mut members {
            part.retain(|function| !first.contains(function));
        }
        let entries = members
            .iter()
            .map(|part| {
                part.iter()
                    .copied()
                    .filter(|f| graph.is_called_outside(part, *f))
                    .collect()
            })
            .collect();
        let table = module.tables.get(function_table(module)?).initial;
        Ok(Self {
            members,
            entries,
            table,
        })
    }

    pub(super) fn parts(&self) -> usize {
        self.members.len()
    }

    pub(super) fn is_in(&self, part: usize, function: Index) -> bool {
        self.members[part].contains(&function)
    }

    pub(super) fn entries(&self, part: usize) -> &[Index] {
        &self.entries[part]
    }

    /// Where in the table the entries of a part begin; behind the last part, how long the table is.
    pub(super) fn place(&self, part: usize) -> u64 {
        let before = self.entries.iter().take(part);
        self.table + before.map(|entries| entries.len() as u64).sum::<u64>()
    }
}

/// What calls what.
struct Graph {
    /// What a function is called: by the name of its exports, or else by its path.
    names: Vec<Vec<String>>,
    /// What each calls.
    calls: Vec<Vec<Index>>,
    /// What is called from outside, or by its number in the table.
    roots: BTreeSet<Index>,
    /// What is not of the module itself.
    imported: BTreeSet<Index>,
}

impl Graph {
    fn of(module: &Module) -> Self {
        let all = functions(module);
        let index: BTreeMap<FunctionId, Index> = all.iter().copied().zip(0..).collect();
        let mut names: Vec<_> = all.iter().map(|id| paths(module, *id)).collect();
        let mut roots = BTreeSet::new();
        for export in module.exports.iter() {
            if let ExportItem::Function(id) = export.item {
                let function = index[&id];
                if roots.insert(function) {
                    names[function].clear();
                }
                names[function].push(export.name.clone());
            }
        }
        roots.extend(module.start.map(|id| index[&id]));
        for segment in module.elements.iter() {
            match &segment.items {
                ElementItems::Functions(ids) => roots.extend(ids.iter().map(|id| index[id])),
                ElementItems::Expressions(_, items) => {
                    roots.extend(items.iter().filter_map(|item| match item {
                        ConstExpr::RefFunc(id) => Some(index[id]),
                        _ => None,
                    }));
                }
            }
        }
        let mut calls = vec![Vec::new(); all.len()];
        let mut imported = BTreeSet::new();
        for (function, id) in all.iter().enumerate() {
            match &module.funcs.get(*id).kind {
                FunctionKind::Local(local) => {
                    let mut called = Called(Vec::new());
                    dfs_in_order(&mut called, local, local.entry_block());
                    calls[function] = called.0.iter().map(|id| index[id]).collect();
                }
                _ => {
                    imported.insert(function);
                }
            }
        }
        Self {
            names,
            calls,
            roots,
            imported,
        }
    }

    /// What begins with these letters.
    fn named(&self, beginning: &str) -> Vec<Index> {
        let names = self.names.iter().enumerate();
        names
            .filter(|(_, names)| names.iter().any(|name| name.starts_with(beginning)))
            .map(|(function, _)| function)
            .collect()
    }

    /// All that these call, and they themselves, as far as `may` allows.
    fn reach(
        &self,
        from: impl Iterator<Item = Index>,
        may: impl Fn(Index) -> bool,
    ) -> BTreeSet<Index> {
        let mut next: Vec<_> = from.collect();
        let mut found = BTreeSet::new();
        while let Some(function) = next.pop() {
            if may(function) && found.insert(function) {
                next.extend(&self.calls[function]);
            }
        }
        found
    }

    fn is_called_outside(&self, part: &BTreeSet<Index>, function: Index) -> bool {
        let mut calls = self.calls.iter().enumerate();
        self.roots.contains(&function)
            || calls.any(|(caller, calls)| !part.contains(&caller) && calls.contains(&function))
    }
}

/// The functions that one calls.
struct Called(Vec<FunctionId>);

impl Visitor<'_> for Called {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.0.push(*id);
    }
}

/// Where a function stands in Rust: `<landscape::plane::Plane as Clone>::clone` under its type.
fn paths(module: &Module, id: FunctionId) -> Vec<String> {
    let name = module.funcs.get(id).name.iter();
    name.map(|name| {
        format!("{:#}", demangle(name))
            .trim_start_matches('<')
            .to_owned()
    })
    .collect()
}
