import { rating } from '../../../../src/tools/knowledge/validate/rating.ts';
import { entryIn, testRule } from './rule-test.ts';

const file = 'drugs/quinine.json';

testRule(rating, [
  {
    name: 'a verdict that the wording does not give',
    breaks: (files) => Object.assign(entryIn(files, 'quinine').withMemantine!, { action: 'monitor' }),
    file,
    place: '/withMemantine/action',
    says: 'is "monitor"; the table gives "avoid" (US label)',
  },
  {
    name: 'a verdict of a pair',
    breaks: ({ pairs }) => Object.assign(pairs[0]!.data.interaction, { action: 'avoid' }),
    file: 'pairs/alkalinizers--quinine.json',
    place: '/interaction/action',
    says: 'the table gives "caution"',
  },
  {
    name: 'a position without its wording',
    breaks: (files) => Reflect.deleteProperty(entryIn(files, 'quinine').withMemantine!.positions[0]!, 'says'),
    file,
    place: '/withMemantine/positions/0',
    says: 'does not say what its wording amounts to',
  },
  {
    name: 'a reason for nothing',
    breaks: (files) => {
      entryIn(files, 'quinine').withMemantine!.exception = 'A reason for what the table gives anyway.';
    },
    file,
    place: '/withMemantine/exception',
    says: 'what the table says anyway',
  },
  {
    name: 'a named wording that is lowered',
    breaks: (files) => {
      const interaction = entryIn(files, 'quinine').withMemantine!;
      Object.assign(interaction, { action: 'caution', lowered: { for: 'one-of-several-actions', why: 'no reason' } });
    },
    file,
    place: '/withMemantine/lowered',
    says: 'names this medicine itself',
  },
  {
    name: 'a class wording that is called labelled',
    breaks: (files) => Object.assign(entryIn(files, 'quinine').withMemantine!.positions[0]!, { reach: 'class' }),
    file,
    place: '/withMemantine/documentation',
    says: 'labels name only the class',
  },
]);
