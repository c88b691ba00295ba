// Rules about single lines of code that an import graph cannot see: purity, environment, mocks, barrels, skipped tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isTestCode, sourceFiles } from './repository-files.ts';
import type { Check, Violation } from './violation.ts';

export const checkSourceRules: Check = async (root) => sourceFiles(root).flatMap((path) => violationsIn(root, path));

/** The pure core answers the same for the same input: these names would let clock, chance, locale or machine in. */
const impureGlobals = new Set([
  'process',
  'globalThis',
  'global',
  'performance',
  'fetch',
  'console',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'require',
]);
const isPurePackage = (path: string): boolean => /^packages\/(domain|engine)\/src\//.test(path);
const isConfig = (path: string): boolean => /(^|\/)config\.ts$/.test(path);
/** Tests and build scripts start programs and hand their environment on. */
const readsNoEnvironment = (path: string): boolean =>
  /^(packages|apps)\//.test(path) && !isTestCode(path) && !isConfig(path) && !/(^|\/)scripts\//.test(path);

function violationsIn(root: string, path: string): readonly Violation[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ESNext, true);
  const found: Violation[] = [];
  const report = (node: ts.Node, rule: string, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push({ rule, where: `${path}:${line + 1}`, text });
  };
  if (/(^|\/)(utils?|helpers?|common|misc)(\/|\.[a-z]+$)/.test(path)) {
    report(source, 'no-junk-drawers', 'name the concept instead of utils, helpers or common');
  }
  reportBarrel(source, report);
  const visit = (node: ts.Node): void => {
    reportMocksAndSkips(node, report);
    if (isPurePackage(path)) reportImpurity(node, report);
    if (readsNoEnvironment(path)) reportEnvironment(node, report);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type Report = (node: ts.Node, rule: string, text: string) => void;

function reportBarrel(source: ts.SourceFile, report: Report): void {
  const exportsFrom = source.statements.filter(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
  );
  for (const statement of exportsFrom) {
    if (
      ts.isExportDeclaration(statement) &&
      (statement.exportClause === undefined || ts.isNamespaceExport(statement.exportClause))
    ) {
      report(statement, 'no-export-star', 'export the names this file defines; importers name the file they need');
    }
  }
  if (exportsFrom.length > 0 && exportsFrom.length === source.statements.length) {
    report(source, 'no-barrels', 'this file only passes names on; import the file that defines them');
  }
}

const testFunctions = new Set(['test', 'it', 'describe', 'suite']);

function reportMocksAndSkips(node: ts.Node, report: Report): void {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return;
  const owner = node.expression.text;
  const name = node.name.text;
  if (['vi', 'jest', 'vitest'].includes(owner) && ['mock', 'doMock', 'unstable_mockModule'].includes(name)) {
    report(node, 'no-module-mocks', 'use the real embedded part or hand in a small object written for the test');
  }
  if (testFunctions.has(owner) && ['skip', 'only', 'todo', 'skipIf', 'runIf', 'fails'].includes(name)) {
    report(node, 'no-skipped-tests', `${owner}.${name} hides a case; every test runs everywhere`);
  }
}

function reportImpurity(node: ts.Node, report: Report): void {
  if (ts.isIdentifier(node) && impureGlobals.has(node.text) && isReference(node)) {
    report(node, 'pure-core', `${node.text} brings the machine into the core; take the value as an argument`);
  }
  if (ts.isPropertyAccessExpression(node) && /^(Math\.random|Date\.now)$/.test(node.getText())) {
    report(node, 'pure-core', `${node.getText()} differs from run to run; take time and chance as arguments`);
  }
  if (ts.isIdentifier(node) && node.text === 'Date' && isReference(node) && readsClock(node)) {
    report(node, 'pure-core', 'a Date without arguments reads the clock; take the date as an argument');
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    report(node, 'pure-core', 'a dynamic import is I/O');
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const name = node.expression.name.text;
    const needsLocale = { localeCompare: 2, toLocaleString: 1, toLocaleDateString: 1, toLocaleTimeString: 1 }[name];
    if (needsLocale !== undefined && node.arguments.length < needsLocale) {
      report(
        node,
        'pure-core',
        `${name} without a locale answers by the machine's language; compare with < or state the locale`,
      );
    }
  }
}

/** `new Date()`, `Date()`: true. `new Date('2018-01-01')`, `Date.UTC(...)`: false. */
function readsClock(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isNewExpression(parent) && parent.expression === node) return (parent.arguments ?? []).length === 0;
  return ts.isCallExpression(parent) && parent.expression === node;
}

/** A name used as a value or type; not a property, a key, or a name this file gives something itself. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  const named = parent as ts.Node & { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return named.name !== node && named.propertyName !== node;
}

/** `process.env.X = '1'` tells a library something it can be told no other way; it reads nothing. */
function isWritten(variable: ts.Node): boolean {
  const { parent } = variable;
  const isAssignment = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return ts.isPropertyAccessExpression(variable) && isAssignment && parent.left === variable;
}

/** `main.ts` stands at the edge: it hands the whole environment on, unread, to what config.ts makes of it. */
function isHandedOnByMain(environment: ts.Node): boolean {
  const call = environment.parent;
  return (
    /(^|\/)main\.ts$/.test(environment.getSourceFile().fileName) &&
    ts.isCallExpression(call) &&
    call.expression !== environment
  );
}

function reportEnvironment(node: ts.Node, report: Report): void {
  const text = 'only config.ts reads the environment and turns it into a value; take what you need as an argument';
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'env') {
    const owner = node.expression.getText();
    if (
      ['process', 'globalThis.process', 'import.meta'].includes(owner) &&
      !isWritten(node.parent) &&
      !isHandedOnByMain(node)
    )
      report(node, 'config-reads-environment', text);
  }
  if (ts.isPropertyAccessExpression(node) && /^[A-Z][A-Z0-9_]+$/.test(node.name.text)) {
    if (/^env(ironment)?$/.test(node.expression.getText())) report(node, 'config-reads-environment', text);
  }
  if (ts.isElementAccessExpression(node) && node.expression.getText() === 'process')
    report(node, 'config-reads-environment', text);
  if (ts.isImportDeclaration(node) && /^['"](node:)?process['"]$/.test(node.moduleSpecifier.getText())) {
    const bindings = node.importClause?.namedBindings;
    if (
      bindings !== undefined &&
      ts.isNamedImports(bindings) &&
      bindings.elements.some((e) => (e.propertyName ?? e.name).getText() === 'env')
    ) {
      report(node, 'config-reads-environment', text);
    }
  }
}
