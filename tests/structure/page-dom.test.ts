/**
 * Code that runs in pages asks the DOM through `dom/read.ts`: a page's form fields and pictures can be named like any
 * property of a form or of the document, and would be what is got instead. Asks the compiler for the type of whatever a
 * property is taken from.
 */
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  isElementAccessExpression,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  type Node,
} from 'typescript/unstable/ast';
import { API, type Checker, type Project, SymbolFlags, type Type } from 'typescript/unstable/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Kinds of nodes that no page can name things in. */
const SAFE = [
  'CharacterData',
  'DocumentFragment',
  'Attr',
  'SVGElement',
  'HTMLTableElement',
  'HTMLTableRowElement',
  'HTMLTableCellElement',
  'HTMLDivElement',
  'HTMLStyleElement',
];
/** Files of the card, and others, that are given nodes of the page; the rest of the card builds elements of its own. */
const OF_CARD = ['own-root.ts', 'home.ts', 'host.ts', 'controller.ts', 'request.ts', 'guard.ts'];
const OTHERS = ['dom/in-view.ts', 'dom/unseen.ts', 'platform/shadow.ts'];

const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(ROOT, 'src', folder, file));

describe('code that runs in pages', () => {
  let api: API;
  let project: Project;
  let checker: Checker;
  let node: Type;
  let safe: readonly Type[];

  beforeAll(() => {
    api = new API({ cwd: ROOT });
    project = api.updateSnapshot({ openProjects: [join(ROOT, 'tsconfig.json')] }).getProjects()[0]!;
    checker = project.checker;
    const typeOf = (name: string): Type =>
      checker.getDeclaredTypeOfSymbol(checker.resolveName(name, SymbolFlags.Interface)!);
    node = typeOf('Node');
    safe = SAFE.map(typeOf);
  }, 120_000);
  afterAll(() => api.close());

  /** Whether something of this type may be a form or a document. */
  function canBeShadowed(type: Type | undefined): boolean {
    const whole = type && checker.getNonNullableType(type);
    const parts = whole?.isUnionType() ? whole.getTypes() : [whole];
    return parts.some(
      (part) =>
        part &&
        !/^(any|never)$/.test(checker.typeToString(part)) &&
        checker.isTypeAssignableTo(part, node) &&
        !safe.some((kind) => checker.isTypeAssignableTo(part, kind)),
    );
  }

  /** What a file takes from nodes of the page: `place: text`. */
  function takenIn(path: string): string[] {
    const file = project.program.getSourceFile(path)!;
    const asked: Node[] = [];
    const texts: string[] = [];
    const visit = (at: Node): void => {
      if (isPropertyAccessExpression(at) || isElementAccessExpression(at)) {
        asked.push(at.expression);
        texts.push(at.getText(file));
      } else if (isObjectBindingPattern(at)) {
        asked.push(at);
        texts.push(at.getText(file));
      }
      at.forEachChild(visit);
    };
    visit(file);
    const types = checker.getTypeAtLocation(asked);
    return texts.filter((_, k) => canBeShadowed(types[k])).map((text) => `${relative(ROOT, path)}: ${text}`);
  }

  it('asks nodes of pages through the accessors alone', () => {
    const files = [
      ...filesOf('frame'),
      ...filesOf('card').filter((file) => OF_CARD.some((name) => file.endsWith(`/${name}`))),
      ...OTHERS.map((file) => join(ROOT, 'src', file)),
    ];
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(takenIn)).toEqual([]);
  });

  it('would be caught where it does not', () => {
    expect(takenIn(join(ROOT, 'src/ui/dom.ts')).length).toBeGreaterThan(2);
  });
});
