/** `Kalundborg Refinery (earlier Statoil)` without what stands in brackets; the table has the whole name. */
export function shortName(name: string): string {
  return name.replace(/\s*\([^)]*\)\s*$/, '') || name;
}
