import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import ts from "typescript";
import { ROOT } from "./root.ts";

export interface Import {
  /** The importing file, relative to the root. */
  from: string;
  /** What it imports: a file relative to the root, or a package's name. */
  to: string;
  isFile: boolean;
  /** Nothing but types: gone when the program runs. */
  typesOnly: boolean;
}

/** Paths of the project's files, relative to the root, `/` between folders. */
export function filesOf(patterns: string[]): string[] {
  return globSync(patterns, { cwd: ROOT })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

export const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** The program of a file: of an .astro file its frontmatter and its scripts. */
export function programOf(file: string): ts.SourceFile {
  const text = read(file);
  const program = file.endsWith(".astro") ? programOfAstro(text) : text;
  return ts.createSourceFile(
    file,
    program,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

/** Everything a file imports, statically or not, by a type that names its file as well. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const target = targetOf(node);
    if (target) found.push({ from: file, ...resolve(file, target), typesOnly: importsOnlyTypes(node) });
    ts.forEachChild(node, visit);
  };
  visit(programOf(file));
  return found;
}

function programOfAstro(text: string): string {
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");
  return [frontmatter, ...scripts].join("\n");
}

function targetOf(node: ts.Node): string | null {
  const at =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : (typeTarget(node) ?? dynamicTarget(node));
  return at && ts.isStringLiteralLike(at) ? at.text : null;
}

/** The file of `import("./rules.ts").Rule`. */
function typeTarget(node: ts.Node): ts.Node | undefined {
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
}

function dynamicTarget(node: ts.Node): ts.Node | undefined {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined;
}

function importsOnlyTypes(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node)) return false;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    !!named &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function resolve(file: string, target: string): { to: string; isFile: boolean } {
  const bare = target.replace(/\?.*$/, "");
  if (bare.startsWith("#")) return { to: bare.slice(1), isFile: true };
  if (bare.startsWith("."))
    return { to: posix.normalize(relative(ROOT, join(ROOT, dirname(file), bare)).replaceAll("\\", "/")), isFile: true };
  if (/^(node|astro):/.test(bare)) return { to: bare, isFile: false };
  return {
    to: bare
      .split("/")
      .slice(0, bare.startsWith("@") ? 2 : 1)
      .join("/"),
    isFile: false,
  };
}
