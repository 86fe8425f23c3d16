import cardFile from '../card/main?script&iife';

console.info(cardFile);
