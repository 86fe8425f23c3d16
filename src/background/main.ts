import cardFile from '../card/main?script&iife';

console.assert(cardFile);
