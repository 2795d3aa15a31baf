//! Text in two columns: a name, and what is said of it, wrapped.

/// Width of the first column.
const NAME: usize = 10;
/// Width of the page.
const PAGE: usize = 80;

/// Adds `name` and `text` to `page`. Lines of `text` are wrapped at blanks, other than no-break
/// ones, and stay in the second column.
pub(crate) fn add(page: &mut String, name: &str, text: &str) {
    let mut name = name;
    for line in text.lines().flat_map(wrapped) {
        let padding = NAME - name.chars().count().min(NAME);
        page.push_str(&format!(
            "{name}{:padding$}{}",
            "",
            line.replace('\u{a0}', " ")
        ));
        // A blank line has no blanks.
        let length = page.trim_end_matches(' ').len();
        page.truncate(length);
        page.push('\n');
        name = "";
    }
}

/// `line` in pieces that fit into the second column, as far as its words do.
fn wrapped(line: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for word in line.split(' ') {
        let width = piece.chars().count() + 1 + word.chars().count();
        if !piece.is_empty() && width > PAGE - NAME {
            pieces.push(std::mem::take(&mut piece));
        }
        if !piece.is_empty() {
            piece.push(' ');
        }
        piece.push_str(word);
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_in_its_column() {
        let mut page = String::new();
        add(&mut page, "Rule", "steepest descent");
        add(&mut page, "‖g‖", &"word ".repeat(20));
        let lines: Vec<&str> = page.lines().collect();
        assert_eq!(lines[0], "Rule      steepest descent");
        assert_eq!(
            lines[1].chars().take(12).collect::<String>(),
            "‖g‖       wo"
        );
        assert!(lines[2].starts_with("          word"));
        assert!(lines.iter().all(|line| line.chars().count() <= PAGE));
    }
}
