import { describe, expect, it } from 'vitest';
import { adviceIn, personalAdvice } from '../../../../src/tools/knowledge/validate/personal-advice.ts';
import { entryIn, testRule } from './rule-test.ts';

testRule(personalAdvice, [
  {
    name: 'a command',
    breaks: (files) => Object.assign(entryIn(files, 'soda').drugClass, { text: 'Take it with water.' }),
    file: 'drugs/soda.json',
    place: '/drugClass/text',
    says: 'gives a command ("Take …")',
  },
]);

describe('adviceIn', () => {
  it.each([
    'Ask a doctor before taking it.',
    'Tell your doctor.',
    'It may make you sleepy.',
    'Do not stop it abruptly.',
    'Don’t crush the capsule.',
    'Levels may rise; monitor for side effects.',
    'Symptoms can worsen: seek help at once.',
    'Stop the medicine if a rash appears.',
    'Use it with care.',
    'Reduce the dose in kidney disease.',
    'Never double a dose.',
    'Patients should drink enough.',
    'The dose must be halved.',
    'Contact prescribers first.',
    'Please read the leaflet.',
  ])('hears advice: %s', (text) => {
    expect(adviceIn(text)).toBeTruthy();
  });

  it.each([
    'Use in pregnancy has not been studied.',
    'Use with memantine was not systematically evaluated.',
    'Increases in urine pH slow its elimination.',
    'The US label says that the dose should be halved in severe kidney impairment.',
    'Prescribers check kidney function before treatment.',
    'Stopping abruptly can make symptoms return.',
    'Lower doses are used in kidney disease.',
    'Dose adjustment follows kidney function in the EU product information.',
    'The EU product information advises that the two be not used together; the US label advises caution.',
    'Labels do not name it.',
    'Severe allergic reactions need medical help at once.',
    'Reports of confusion exist.',
  ])('hears a fact: %s', (text) => {
    expect(adviceIn(text)).toBeUndefined();
  });
});
