import { interactionAdvice } from '../../../../src/tools/knowledge/validate/interaction-advice.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(interactionAdvice, [
  {
    name: 'advice of nobody who is named',
    breaks: (files) => Object.assign(entryIn(files, 'quinine').withMemantine!, { actionBy: 'the neighbours' }),
    file: 'drugs/quinine.json',
    place: '/withMemantine/actionBy',
    says: '"the neighbours" is none of the positions',
  },
  {
    name: 'nothing found by reasoning',
    breaks: (files) =>
      Object.assign(files.pairs[0]!.data.interaction, { action: 'none-found', documentation: 'class-reasoning' }),
    file: 'pairs/alkalinizers--quinine.json',
    place: '/interaction/documentation',
    says: 'by reasoning alone',
  },
]);
