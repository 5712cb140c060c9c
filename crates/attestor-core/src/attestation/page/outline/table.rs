//! Tables: rows that may be torn apart, unclosed, or parted by pipes that were not escaped.

use super::super::cell::{Cell, split_row};
use super::super::finding::{FindingKind, Findings};
use super::{Lines, Reader, Table};

/// The most lines that are joined to mend one row.
const MAX_JOINED: usize = 12;

/// Whether a trimmed line belongs to a table.
pub(super) fn begins(line: &str) -> bool {
    unquoted(line).1.starts_with('|')
}

/// Whether a line parts the head of a table from its rows.
pub(super) fn is_separator(line: &str) -> bool {
    let (_, line) = unquoted(line.trim());
    line.len() > 2
        && line.contains('-')
        && line.bytes().all(|byte| matches!(byte, b'|' | b':' | b'-' | b' '))
}

/// Whether a line is quoted, and the line without the marks.
fn unquoted(line: &str) -> (bool, &str) {
    let shown = line.trim_start_matches(['>', ' ']);
    (line.starts_with('>'), shown)
}

/// Reads a table from its first line on.
pub(super) fn read(
    reader: &mut Reader,
    lines: &mut Lines<'_>,
    first: (u32, &str),
    findings: &mut Findings,
) {
    let (quoted, _) = unquoted(first.1);
    let mut table = Table {
        line: first.0,
        zone: reader.zone,
        heading: reader.heading.clone(),
        quoted,
        head: Vec::new(),
        rows: Vec::new(),
    };
    // A separator as the first line follows a head that was fused with a line of text.
    let mut columns =
        if is_separator(first.1) { split_row(unquoted(first.1).1).0.len() } else { 0 };
    if columns == 0 {
        let head = lines.peek().is_some_and(is_separator);
        let row = complete(first, columns, lines, findings);
        let cells = cells(&row, 0, first.0, findings);
        if head {
            columns =
                lines.next().map_or(0, |(_, line)| split_row(unquoted(line.trim()).1).0.len());
            table.head = cells;
        } else {
            table.rows.push((first.0, cells));
        }
    }
    while let Some(line) = lines.peek().map(str::trim) {
        if !begins(line) || unquoted(line).0 != quoted {
            break;
        }
        let number = lines.number;
        lines.next();
        if is_separator(line) {
            continue;
        }
        let row = complete((number, line), columns, lines, findings);
        if unquoted(&row).1.trim_matches(['|', ' ']).is_empty() {
            continue;
        }
        table.rows.push((number, cells(&row, columns, number, findings)));
    }
    reader.out.tables.push(table);
}

/// The whole row, joined with the lines in which it goes on. A row goes on while it has fewer
/// cells than the head or no end, and the next lines begin no row of their own.
fn complete(
    first: (u32, &str),
    columns: usize,
    lines: &mut Lines<'_>,
    findings: &mut Findings,
) -> String {
    let mut row = first.1.to_owned();
    for _ in 0..MAX_JOINED {
        let (cells, closed) = split_row(unquoted(&row).1);
        if closed && cells.len() >= columns {
            break;
        }
        if !goes_on(&row, lines) {
            let lone = cells.len() < 2;
            let kind = if lone { FindingKind::LonePipe } else { FindingKind::UnclosedRow };
            findings.add(first.0, kind);
            break;
        }
        let Some((_, next)) = lines.next() else { break };
        if !next.trim().is_empty() {
            findings.add(first.0, FindingKind::RowContinued);
            row.push(' ');
            row.push_str(next.trim());
        }
    }
    row
}

/// Whether the next line continues a row that has no end. An empty line ends a row, except behind
/// a lone pipe, which is nothing without what follows.
fn goes_on(row: &str, lines: &Lines<'_>) -> bool {
    let lone = unquoted(row).1.trim() == "|";
    let Some(next) = lines.peek().map(str::trim) else { return false };
    if next.is_empty() {
        return lone && continues(second(lines));
    }
    continues(next)
}

fn second<'t>(lines: &Lines<'t>) -> &'t str {
    lines.rest.split('\n').map(str::trim).find(|line| !line.is_empty()).unwrap_or("")
}

fn continues(line: &str) -> bool {
    !line.starts_with(['|', '>', '#'])
        && !line.starts_with(":::")
        && !line.starts_with("[!")
        && line.contains('|')
}

/// The cells of a row; more cells than the head has are joined into the last but one place that
/// can hold running text, so that the last column, an identifier, stays apart.
fn cells(row: &str, columns: usize, line: u32, findings: &mut Findings) -> Vec<Cell> {
    let (parts, _) = split_row(unquoted(row).1);
    let extra = parts.len().saturating_sub(columns);
    if columns < 2 || extra == 0 {
        return parts.into_iter().map(Cell::read).collect();
    }
    findings.add(line, FindingKind::BarePipe);
    let before = if columns == 2 { 1 } else { columns - 2 };
    let mut joined: Vec<String> = Vec::with_capacity(columns);
    for (at, part) in parts.into_iter().enumerate() {
        match joined.last_mut().filter(|_| at > before && at <= before + extra) {
            Some(open) => {
                open.push('|');
                open.push_str(part);
            }
            None => joined.push(part.to_owned()),
        }
    }
    joined.iter().map(|part| Cell::read(part)).collect()
}
