import { expect, it } from 'vitest';
import { Said } from '../../src/card/say-once.ts';

it('leaves out a sentence that was said in nearly the same words, and keeps what differs in what it says', () => {
  const said = new Said();
  expect(said.isNews('EU texts advise close monitoring of prothrombin time or INR.')).toBe(true);
  expect(said.isNews('EU texts advise a close monitoring of the prothrombin time or INR')).toBe(false);
  expect(said.isNews('A higher INR means that bleeding is more likely.')).toBe(true);
});
