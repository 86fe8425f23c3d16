/**
 * The form in which the bundled knowledge is shipped: small, and quick to read when the service worker wakes.
 *
 * Records of one kind (sentences, names, positions …) are taken out of the tree and laid down column by column, because
 * like beside like compresses far better than records do. In the tree stands only how many records were there; reading
 * walks the tree in the same order and takes them back. Sources are named by their place in the list of sources.
 */
import type { CompiledKnowledge } from './types.ts';

/** Columns of one kind of record; the values of all records, one a line. */
type Columns = Record<string, string>;

/** Plain data; made by `toDense`, read by `fromDense`. */
export interface DenseKnowledge {
  readonly tree: unknown;
  readonly tables: Readonly<Record<string, Columns>>;
}

/** How a value is written in a cell. A record without the field has an empty cell. */
type Codec = 'text' | 'number' | 'flag' | 'list' | 'sources' | 'tree' | 'dropped';

/**
 * Fields of each kind of record; `read.on` is the field `on` of the field `read`. `dropped`: what only the recogniser and
 * editors need, and the card never shows.
 */
const TABLES: Readonly<Record<string, Readonly<Record<string, Codec>>>> = {
  sentences: {
    text: 'text',
    sources: 'sources',
    status: 'text',
    level: 'text',
    covers: 'dropped',
    quote: 'dropped',
  },
  names: {
    form: 'text',
    kind: 'text',
    lang: 'text',
    regions: 'list',
    note: 'text',
    endings: 'dropped',
    case: 'dropped',
    gate: 'dropped',
    cues: 'dropped',
    anticues: 'dropped',
    reason: 'dropped',
    sources: 'dropped',
    status: 'dropped',
  },
  codes: { value: 'text', sources: 'sources' },
  positions: {
    by: 'text',
    region: 'text',
    rating: 'text',
    voice: 'dropped',
    says: 'dropped',
    reach: 'dropped',
    scale: 'text',
    sources: 'sources',
    status: 'text',
  },
  uses: { indication: 'text', status: 'text', region: 'text', since: 'number', evidence: 'tree', sentence: 'tree' },
  approvedIn: { region: 'text', complete: 'tree', note: 'text', sources: 'sources', status: 'text', approved: 'tree' },
  approved: { name: 'text', since: 'number', conditions: 'tree', limits: 'tree', sources: 'sources', status: 'text' },
  terms: { form: 'text', lang: 'text', case: 'text', gate: 'text' },
  sources: {
    id: 'text',
    type: 'text',
    'document.title': 'text',
    'document.publisher': 'text',
    'document.jurisdiction': 'text',
    'document.revision': 'text',
    'document.asOf': 'text',
    'document.section': 'text',
    'document.identifier': 'text',
    'document.url': 'text',
    'read.in': 'text',
    'read.host': 'text',
    'read.url': 'text',
    'read.identified': 'flag',
    'read.extent': 'text',
    'read.on': 'text',
    weak: 'text',
    note: 'text',
  },
};

/** Which kind of records stands under a key, and whether one record stands there or a list. */
const LISTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['mechanism', 'common', 'serious', 'contraindications', 'cautions', 'dosing', 'pregnancy', 'driving', 'stopping']
      .concat(['notes', 'effect', 'management', 'evidence', 'details'])
      .map((key) => [key, 'sentences']),
  ),
  ...Object.fromEntries(['rxcui', 'atc', 'unii', 'drugbank', 'mesh', 'wikidata', 'cas'].map((key) => [key, 'codes'])),
  names: 'names',
  positions: 'positions',
  uses: 'uses',
  regions: 'approvedIn',
  approved: 'approved',
  terms: 'terms',
  sources: 'sources',
};
const SINGLES = new Set(['drugClass', 'summary', 'sentence']);

/** Members that only the recogniser (of an entry) or editors (of an interaction) need. */
const DROPPED = new Set(['neverMatch', 'lowered', 'exception']);

/**
 * @throws Error when a record has a field without a column here: nothing may be lost in silence.
 */
export function toDense(knowledge: CompiledKnowledge): DenseKnowledge {
  const ids = new Map(knowledge.sources.map(({ id }, index) => [id, index.toString(36)]));
  const cells: Record<string, Record<string, string[]>> = {};
  for (const [table, fields] of Object.entries(TABLES)) {
    cells[table] = Object.fromEntries(
      Object.entries(fields)
        .filter(([, codec]) => codec !== 'dropped')
        .map(([field]) => [field, []]),
    );
  }

  function addRecord(table: string, record: Record<string, unknown>): void {
    const values = fieldsOf(record, TABLES[table]!);
    for (const field of Object.keys(values)) {
      if (!TABLES[table]![field]) throw new Error(`src/knowledge/dense.ts: give "${field}" of ${table} a column`);
    }
    for (const [field, column] of Object.entries(cells[table]!)) {
      column.push(encode(TABLES[table]![field]!, values[field], field));
    }
  }

  function encode(codec: Codec, value: unknown, key: string): string {
    if (value === undefined) return '';
    if (codec === 'tree') return JSON.stringify(tree(value, key));
    if (codec === 'sources') return (value as string[]).map((id) => ids.get(id) ?? unknownSource(id)).join(' ');
    return codec === 'list' ? (value as string[]).join(' ') : String(value);
  }

  function tree(node: unknown, key = ''): unknown {
    if (SINGLES.has(key)) addRecord('sentences', node as Record<string, unknown>);
    if (SINGLES.has(key)) return 1;
    const table = LISTS[key];
    if (table && Array.isArray(node)) {
      for (const record of node) addRecord(table, record);
      return node.length;
    }
    if (Array.isArray(node)) return node.map((part) => tree(part));
    if (typeof node !== 'object' || node === null) return node;
    const kept = Object.entries(node).filter(([name]) => !DROPPED.has(name));
    return Object.fromEntries(kept.map(([name, part]) => [name, tree(part, name)]));
  }

  const result = tree(knowledge);
  const tables = Object.entries(cells).map(([table, columns]) => {
    const joined = Object.entries(columns).map(([field, column]) => [field, column.join('\n')]);
    return [table, Object.fromEntries(joined)];
  });
  return { tree: result, tables: Object.fromEntries(tables) };
}

/** The compiled knowledge, without what is dropped above. */
export function fromDense({ tree, tables }: DenseKnowledge): CompiledKnowledge {
  const cells = Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => [
      table,
      Object.entries(columns).map(([field, column]) => [field, column.split('\n')] as const),
    ]),
  );
  const ids = tables.sources!.id!.split('\n');
  const next: Record<string, number> = {};

  function takeRecord(table: string): Record<string, unknown> {
    const row = next[table] ?? 0;
    next[table] = row + 1;
    const record: Record<string, unknown> = {};
    for (const [field, column] of cells[table]!) {
      const cell = column[row];
      if (cell) setField(record, field, decode(TABLES[table]![field]!, cell, field));
    }
    return record;
  }

  function decode(codec: Codec, cell: string, key: string): unknown {
    if (codec === 'tree') return read(JSON.parse(cell), key);
    if (codec === 'sources') return cell.split(' ').map((index) => ids[Number.parseInt(index, 36)]!);
    if (codec === 'list') return cell.split(' ');
    if (codec === 'flag') return true;
    return codec === 'number' ? Number(cell) : cell;
  }

  function read(node: unknown, key = ''): unknown {
    if (SINGLES.has(key)) return takeRecord('sentences');
    const table = LISTS[key];
    if (table && typeof node === 'number') return Array.from({ length: node }, () => takeRecord(table));
    if (Array.isArray(node)) return node.map((part) => read(part));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, part]) => [name, read(part, name)]));
  }

  return read(tree) as CompiledKnowledge;
}

/** The record with the fields of its parts beside its own, where the columns know the part only by its fields. */
function fieldsOf(record: Record<string, unknown>, columns: Readonly<Record<string, Codec>>): Record<string, unknown> {
  const fields = Object.entries(record).flatMap(([name, value]) => {
    if (columns[name] || typeof value !== 'object' || value === null) return [[name, value] as const];
    return Object.entries(value).map(([part, inner]) => [`${name}.${part}`, inner] as const);
  });
  return Object.fromEntries(fields);
}

function setField(record: Record<string, unknown>, field: string, value: unknown): void {
  const [name = '', part] = field.split('.');
  if (part === undefined) record[name] = value;
  else record[name] = { ...(record[name] as object | undefined), [part]: value };
}

function unknownSource(id: string): never {
  throw new Error(`knowledge: no source "${id}" in sources.json`);
}
