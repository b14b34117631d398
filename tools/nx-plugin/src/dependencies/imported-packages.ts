import ts from 'typescript';

/** A package that a source file names in an import, and whether any trace of it is left when the file runs. */
export interface ImportedPackage {
  readonly name: string;
  readonly atRunTime: boolean;
}

/** The packages that a TypeScript source imports, one entry per import; own files and Node's modules left out. */
export function importedPackages(source: string): ImportedPackage[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest);
  const found: ImportedPackage[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteral(specifier) && !isOwnOrBuiltIn(specifier.text)) {
      found.push({ name: packageName(specifier.text), atRunTime: !isTypeOnly(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isOwnOrBuiltIn = (specifier: string) => /^(\.|\/|node:)/.test(specifier);

const packageName = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  return ts.isCallExpression(node) && isImportCall(node.expression) ? node.arguments[0] : undefined;
}

/** `import(…)`, `require(…)`, `require.resolve(…)`, `import.meta.resolve(…)`. */
function isImportCall(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isIdentifier(callee)) return callee.text === 'require';
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'resolve') return false;
  return ts.isMetaProperty(callee.expression) || isImportCall(callee.expression);
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
