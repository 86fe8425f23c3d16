import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { KnowledgeFiles } from '../../src/tools/knowledge/read.ts';
import { approved, entry, sentence, smallKnowledge } from '../knowledge/fixture.ts';
import { entryIn } from '../tools/knowledge/validate/rule-test.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(files: KnowledgeFiles, ...options: string[]) {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  for (const { file, data } of Object.values(files).flat()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(data));
  }
  return check(...options, folder);
}

function check(...args: string[]) {
  const tsx = join(import.meta.dirname, '../../node_modules/.bin/tsx');
  return spawnSync(tsx, ['src/tools/knowledge.ts', ...args], { encoding: 'utf8' });
}

/** Small knowledge without an error: the facts that other cards must tell are there too. */
function faultless(): KnowledgeFiles {
  const files = smallKnowledge();
  const drugs = { S18: 'amantadine', S19: 'ketamine', S20: 'dextromethorphan', S22: 'sodium-bicarbonate' };
  const withMemantine = (id: string) => ({
    ...entryIn(files, 'quinine').withMemantine!,
    summary: sentence(`With ${id} the level of memantine may rise.`),
  });
  const told = Object.entries(drugs).map(([fact, id]) => ({
    file: `drugs/${id}.json`,
    data: entry(id, { drugClass: sentence('It adds to it.', { covers: [fact] }), withMemantine: withMemantine(id) }),
  }));
  const id = 'carbonic-anhydrase-inhibitors';
  const owner = {
    file: `classes/${id}.json`,
    data: entry(id, {
      kind: 'class',
      names: [{ form: id, kind: 'class' }],
      drugClass: sentence('They raise it.', { covers: ['S21'] }),
      withMemantine: withMemantine(id),
    }),
  };
  return {
    ...files,
    entries: [...files.entries, ...told, owner],
    approvedUses: [...files.approvedUses, ...Object.values(drugs).map((drug) => approved(drug))],
  };
}

it('reports and ends well where nothing is wrong', () => {
  const { stdout, stderr, status } = run(faultless());
  expect(stderr).toBe('');
  expect(stdout).toContain('entries      10: 7 drugs');
  expect(stdout).toContain('0 errors');
  expect(status).toBe(0);
});

it('names file, place and repair, and fails', () => {
  const files = faultless();
  entryIn(files, 'quinine').drugClass.text = 'Take it with water.';
  const { stdout, status } = run(files);
  expect(stdout).toContain(
    'error knowledge/drugs/quinine.json#/drugClass/text\n  gives a command ("Take …") [personal-advice]',
  );
  expect(stdout).toContain('1 errors');
  expect(status).toBe(1);
});

it('mends what needs no judgement', () => {
  const files = faultless();
  entryIn(files, 'soda').names.reverse();
  expect(run(files, '--fix').status).toBe(0);
  const soda = JSON.parse(readFileSync(join(folder, 'drugs/soda.json'), 'utf8'));
  expect(soda.names[0].form).toBe('soda');
});

it('says what breaks the schema, whatever other rules make of it', () => {
  const files = faultless();
  delete (entryIn(files, 'quinine') as { names?: unknown }).names;
  const { stdout, stderr, status } = run(files, '--fix');
  expect(stderr).toBe('');
  expect(stdout).toContain('Nothing was mended');
  expect(stdout).toContain(
    'error knowledge/drugs/quinine.json\n  "names" is missing [schema]\n  Add “names”, which is missing.',
  );
  expect(status).toBe(1);
});

it('names the line where a file stops being JSON', () => {
  run(faultless());
  writeFileSync(join(folder, 'drugs/quinine.json'), '{\n  "id": "quinine",,\n}');
  const { stderr, status } = check(folder);
  expect(stderr).toMatch(
    /^error knowledge\/drugs\/quinine\.json:2\n {2}is no JSON: .*\n {2}Look there, or just before/,
  );
  expect(status).toBe(1);
});
