/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front: Excel shows it as text and hides the
 * apostrophe. Source: OWASP, «CSV injection»: cells that begin with = + - @, a tab or a line end.
 */
export function escapeCell(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
