/** The end of a text: its last lines, and how many stand before them. A final line break opens no line. */
export function lastLines(text: string, count: number): { readonly shown: string; readonly hidden: number } {
  const lines = text.replace(/\n$/, "").split("\n");
  return { shown: lines.slice(-count).join("\n"), hidden: Math.max(0, lines.length - count) };
}
