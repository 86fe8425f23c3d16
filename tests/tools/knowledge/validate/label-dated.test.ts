import { labelDated } from '../../../../src/tools/knowledge/validate/label-dated.ts';
import { testRule } from './rule-test.ts';

testRule(labelDated, [
  {
    name: 'a label without a revision',
    breaks: ({ sources }) => Reflect.deleteProperty(sources.data.sources[0]!.document, 'revision'),
    file: 'sources.json',
    place: '/sources/0/document',
    says: 'the label "label" has no revision',
  },
]);
