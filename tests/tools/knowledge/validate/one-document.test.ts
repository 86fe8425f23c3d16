import type { KnowledgeFiles } from '../../../../src/tools/knowledge/read.ts';
import { oneDocument } from '../../../../src/tools/knowledge/validate/one-document.ts';
import { testRule } from './rule-test.ts';

/** A second source that differs from the first in what is given. */
function addCopy({ sources }: KnowledgeFiles, document: object, url: string): void {
  const first = sources.data.sources[0]!;
  sources.data.sources.push({
    ...first,
    id: 'second',
    document: { ...first.document, ...document },
    read: { ...first.read, url },
  });
}

testRule(oneDocument, [
  {
    name: 'two ids for one address',
    breaks: (files) => addCopy(files, { section: '4' }, 'http://www.example.org/label/'),
    file: 'sources.json',
    place: '/sources/1',
    says: '"second" and "label" are one document',
  },
  {
    name: 'two ids for one identifier',
    breaks: (files) => {
      files.sources.data.sources[0]!.document.identifier = 'PMID 123';
      addCopy(files, { identifier: 'pmid: 123' }, 'https://example.net/');
    },
    file: 'sources.json',
    place: '/sources/1',
    says: 'pmid123 2018-11',
  },
]);
