import ts from "typescript";
import { filesOf, programOf } from "./imports.ts";

export interface FoundAction {
  file: string;
  /** As a form posts it: `referrals.ask`. */
  name: string;
  /** Who may post it; null when it does not go through `act` or does not say. */
  who: string | null;
}

/** Every action that a form can post, read from the sources. */
export function findActions(): FoundAction[] {
  const files = filesOf(["src/actions/*.ts"]).filter((file) => !/\/(act|index)\.ts$/.test(file));
  return files.flatMap((file) =>
    exportedObjects(programOf(file)).flatMap(([group, object]) => actionsIn(file, group, object)),
  );
}

/** Names of the groups that src/actions/index.ts serves. */
export function servedGroups(): string[] {
  const object = exportedObjects(programOf("src/actions/index.ts")).find(([name]) => name === "server")?.[1];
  return object ? object.properties.map((property) => property.name?.getText() ?? "") : [];
}

function exportedObjects(program: ts.SourceFile): [string, ts.ObjectLiteralExpression][] {
  return program.statements.filter(ts.isVariableStatement).flatMap((statement) => {
    if (!statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return [];
    return statement.declarationList.declarations.flatMap((each): [string, ts.ObjectLiteralExpression][] =>
      each.initializer && ts.isObjectLiteralExpression(each.initializer)
        ? [[each.name.getText(), each.initializer]]
        : [],
    );
  });
}

function actionsIn(file: string, group: string, object: ts.ObjectLiteralExpression): FoundAction[] {
  return object.properties.flatMap((property) => {
    const name = `${group}.${property.name?.getText() ?? "…"}`;
    if (!ts.isPropertyAssignment(property)) return [{ file, name, who: null }];
    if (ts.isObjectLiteralExpression(property.initializer)) return actionsIn(file, name, property.initializer);
    return [{ file, name, who: whoOf(property.initializer) }];
  });
}

function whoOf(node: ts.Expression): string | null {
  if (!ts.isCallExpression(node) || node.expression.getText() !== "act") return null;
  const [given] = node.arguments;
  if (!given || !ts.isObjectLiteralExpression(given)) return null;
  const who = given.properties.find((property) => property.name?.getText() === "who");
  return who && ts.isPropertyAssignment(who) && ts.isStringLiteral(who.initializer) ? who.initializer.text : null;
}
