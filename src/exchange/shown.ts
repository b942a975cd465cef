/** The beginning of what stands in a cell, as a remark quotes it. */
export function shown(value: string): string {
  return value.length > 30 ? `${value.slice(0, 30)} …` : value;
}
