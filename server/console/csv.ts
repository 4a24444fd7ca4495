/**
 * A table that the Indonesian Excel opens rightly: a mark for UTF-8, semicolons. A cell that begins as a formula would be run by
 * the spreadsheet of whoever opens the file, so it gets an apostrophe; telephone numbers keep their plus as text the same way.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(cellOf).join(";")).join("\r\n")}\r\n`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[;"\r\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
