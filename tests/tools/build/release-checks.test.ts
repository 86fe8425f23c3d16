import { expect, it } from 'vitest';
import { releaseProblems } from '../../../src/tools/build/release-checks.ts';

const ready = {
  version: '1.2.3',
  support: 'https://bugs.lens-project.net/',
  changes: '# Changes\n\n## 1.2.3\n\n- New.\n',
  status: '',
};

it('lets a release go that has all', () => {
  expect(releaseProblems(ready)).toEqual([]);
});

it.each([
  [undefined],
  ['not an address'],
  ['https://memantine-lens.example/issues'],
  ['https://www.example.org/'],
  ['http://localhost:3000/'],
])('refuses an address that reaches nobody: %s', (support) => {
  expect(releaseProblems({ ...ready, support })).toEqual([expect.stringContaining('reaches nobody')]);
});

it.each([
  ['# Changes\n\n## 1.2.30\n', 'no section for version 1.2.3'],
  ['# Changes\n\n## 1.2.3 (in preparation)\n', 'still in preparation'],
])('refuses a change log that is not ready', (changes, problem) => {
  expect(releaseProblems({ ...ready, changes })).toEqual([expect.stringContaining(problem)]);
});

it('refuses what is not committed, and names it', () => {
  expect(releaseProblems({ ...ready, status: ' M src/a.ts\n?? b.txt\n' })).toEqual([
    expect.stringMatching(/src\/a\.ts\n.*b\.txt/),
  ]);
});
