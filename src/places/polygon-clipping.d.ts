/** What it exports in truth: its own types leave out that Node sees one object. */
declare module "polygon-clipping" {
  const all: { intersection: typeof intersection; difference: typeof difference };
  export default all;
}
