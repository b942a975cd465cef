import ts from "typescript";
import { expect, it } from "vitest";
import { filesOf, programOf } from "../harness/imports.ts";

/** What takes a message after what it checks. */
const CHECKS = /^(refine|min|max|regex|int|positive|enum|number|string|email)$/;
const FORMS = filesOf(["src/**/forms.ts", "src/actions/*.ts"]);

it("a form refuses with a key that the compiler knows, never with a text of its own", () => {
  expect(FORMS.flatMap(textsIn)).toEqual([]);
});

/** Messages of a file's schemas that are not said by their key (`says("required")`). */
function textsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const message = messageOf(node);
    if (message && ts.isStringLiteralLike(message)) found.push(`${file}: ${message.text}`);
    ts.forEachChild(node, visit);
  };
  visit(programOf(file));
  return found;
}

function messageOf(node: ts.Node): ts.Node | undefined {
  if (ts.isPropertyAssignment(node) && /^(error|message)$/.test(node.name.getText())) return node.initializer;
  const isCheck =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    CHECKS.test(node.expression.name.text);
  return isCheck ? node.arguments.at(-1) : undefined;
}
