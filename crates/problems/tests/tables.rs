//! Tables as spreadsheets write them, and as they should not be.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by them, with what it was given"
)]

use backprop::limits::MOST_SAMPLES;
use problems::{MOST_COLUMNS, Table, TableError, TableReason, read_number, read_table};
use proptest::prelude::*;

fn to_number(plain: &str) -> f64 {
    plain.parse().expect("a plain decimal")
}

fn read(text: &str) -> Result<Table, TableError> {
    read_table(text, to_number)
}

#[track_caller]
fn rows(text: &str) -> Vec<Vec<f64>> {
    read(text)
        .unwrap_or_else(|error| panic!("{error}: {text:?}"))
        .rows
}

#[track_caller]
fn refused(text: &str) -> (usize, usize, TableReason) {
    match read(text) {
        Ok(table) => panic!("{text:?} was read as {table:?}"),
        Err(error) => (error.line, error.column, error.reason),
    }
}

#[test]
fn all_three_separators_and_all_ends_of_lines_are_read() {
    let wanted = [[0.0, 1.0], [2.5, -3.0]];
    for text in [
        "0,1\n2.5,-3\n",
        "0,1\r\n2.5,-3",
        "0,1\r2.5,-3\r",
        "\u{feff}0,1\n2.5,-3",
        "\n\n0,1\n\n2.5,-3\n\n",
        "0\t1\n2,5\t-3",
        "0;1\n2,5;−3",
        "0;1\n2.5;-3",
        " 0 , 1 \n 2.5 ,\t-3",
        "\"0\",\"1\"\n\"2.5\",-3",
        "０,１\n２．５,－３",
        "0\t1\n\t\n2,5\t-3\n\t\n",
    ] {
        assert_eq!(rows(text), wanted, "{text:?}");
    }
}

#[test]
fn a_first_line_of_words_names_the_columns() {
    let table = read("\"hours, all\",\"said \"\"mark\"\"\"\n1,2\n").expect("a table");
    let header = ["hours, all", "said \"mark\""].map(str::to_owned);
    assert_eq!(table.header, Some(header.into()));
    assert_eq!(table.rows, [[1.0, 2.0]]);
    assert_eq!(read("1,2\n").expect("a table").header, None);
    // A quoted name may go over two lines: the lines of the text are counted all the same.
    let (line, column, _) = refused("\"a\nb\",c\n1,2\n3,x\n");
    assert_eq!((line, column), (4, 2));
}

#[test]
fn what_is_wrong_is_named_with_its_line_and_its_column() {
    let not_a_number = |found: &str| {
        let found = found.to_owned();
        TableReason::NotANumber { found }
    };
    let (wide, long) = (
        "1,".repeat(MOST_COLUMNS) + "1",
        "1,2\n".repeat(MOST_SAMPLES + 1),
    );
    for (text, line, column, reason) in [
        ("", 1, 1, TableReason::Empty),
        ("a,b\n", 1, 1, TableReason::Empty),
        ("0,1\n\n2,x\n", 3, 2, not_a_number("x")),
        ("0,1\n,1\n", 2, 1, TableReason::Missing),
        ("1,name\n", 1, 2, not_a_number("name")),
        ("1;0x10\n", 1, 2, not_a_number("0x10")),
        ("1;1e999\n", 1, 2, not_a_number("1e999")),
        ("1;NaN\n", 1, 2, not_a_number("NaN")),
        ("1\t1.234,5\n", 1, 2, not_a_number("1.234,5")),
        (
            "1;2,5\n1;2.5\n",
            2,
            2,
            TableReason::OtherMark {
                found: "2.5".to_owned(),
            },
        ),
        (
            "1,2\n1,2,3\n",
            2,
            3,
            TableReason::Width {
                found: 3,
                expected: 2,
            },
        ),
        (
            "1,2\n1\n",
            2,
            2,
            TableReason::Width {
                found: 1,
                expected: 2,
            },
        ),
        ("1,2\n1,\"2\n3,4\n", 2, 2, TableReason::Quote),
        (
            wide.as_str(),
            1,
            MOST_COLUMNS + 1,
            TableReason::TooManyColumns {
                limit: MOST_COLUMNS,
            },
        ),
        (
            long.as_str(),
            MOST_SAMPLES + 1,
            1,
            TableReason::TooManyRows {
                limit: MOST_SAMPLES,
            },
        ),
    ] {
        assert_eq!(
            refused(text),
            (line, column, reason),
            "{:?}",
            &text[..text.len().min(40)]
        );
    }
    // Of a long cell a message says the begin, on one line.
    let (_, _, reason) = refused(&format!("1,\"{}\n\"\n", "長い".repeat(50)));
    let TableReason::NotANumber { found } = reason else {
        panic!("{reason:?}");
    };
    assert_eq!(found.chars().count(), 41);
}

/// Numbers come back to the last bit, whatever separates them.
#[test]
fn what_a_program_writes_is_read_to_the_bit() {
    let table = prop::collection::vec(prop::collection::vec(-1e300..1e300, 3), 1..20);
    proptest!(|(table in table, separator in prop::sample::select(vec![",", ";", "\t"]))| {
        let line = |row: &Vec<f64>| row.iter().map(f64::to_string).collect::<Vec<_>>();
        let lines: Vec<_> = table.iter().map(|row| line(row).join(separator)).collect();
        prop_assert_eq!(rows(&lines.join("\r\n")), table);
    });
}

/// Anything at all is a number or none, and the same number as any other reader's.
#[test]
fn numbers_are_read_as_by_others() {
    proptest!(ProptestConfig::with_cases(20_000), |(text in "[-+0-9.eE]{0,12}")| {
        let wanted: Option<f64> = text.parse().ok().filter(|number: &f64| number.is_finite());
        prop_assert_eq!(read_number(&text, to_number), wanted);
    });
}

/// A generator of its own: a hundred thousand texts with shrinking would take minutes.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// A hundred thousand tables with letters changed, taken out and put in: none brings the reader down,
/// a refusal names a place in the text, and a table is one of finite numbers.
#[test]
fn mutated_tables_are_read_or_refused() {
    const SIGNS: [char; 24] = [
        '"', ',', ';', '\t', '\n', '\r', '0', '9', '.', '-', 'e', '+', ' ', 'x', '１', '，', '−',
        '\u{feff}', '\0', '長', '\u{3000}', '\u{2028}', '“', '🎓',
    ];
    let whole = [
        "x,d\n0,0\n1.5,1\n-2e-3,0.25\n",
        "時間;点\r\n1,5;0\r\n２；5;1\r\n",
        "\"a \"\"b\"\"\"\t\"c\nd\"\n1\t2\n\"3\"\t4\n",
        "0,0,0\n0,1,1\n1,0,1\n1,1,0",
    ];
    let mut chance = Chance(1);
    let (mut read_count, mut refused_count) = (0, 0);
    for turn in 0..100_000 {
        let mut letters: Vec<char> = whole[turn % whole.len()].chars().collect();
        for _ in 0..=chance.below(6) {
            let at = chance.below(letters.len() + 1);
            let sign = SIGNS[chance.below(SIGNS.len())];
            match chance.below(3) {
                0 => letters.insert(at, sign),
                1 if at < letters.len() => letters[at] = sign,
                _ if at < letters.len() => {
                    letters.remove(at);
                }
                _ => letters.truncate(chance.below(letters.len())),
            }
        }
        let text: String = letters.into_iter().collect();
        let lines = text.split(['\n', '\r']).count().max(1);
        match read(&text) {
            Ok(Table { header, rows }) => {
                read_count += 1;
                let width = rows[0].len();
                assert!(rows.iter().all(|row| row.len() == width), "{text:?}");
                assert!(
                    rows.iter().flatten().all(|number| number.is_finite()),
                    "{text:?}"
                );
                assert!(header.is_none_or(|names| names.len() == width), "{text:?}");
            }
            Err(TableError {
                line,
                column,
                reason,
            }) => {
                refused_count += 1;
                assert!(
                    (1..=lines).contains(&line) && column > 0,
                    "{line}, {column}: {text:?}"
                );
                let said = reason.to_string();
                assert!(!said.is_empty() && !said.contains('\n'), "{said:?}");
            }
        }
    }
    assert!(
        read_count > 5_000 && refused_count > 5_000,
        "{read_count} read"
    );
}
