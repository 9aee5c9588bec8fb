import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flagshipsFirst } from './flagships-first.ts';

const categories = [
  { name: 'Cameras', count: 2 },
  { name: 'Drones', count: 9 },
];

/** `Drones 3` is a product of Drones with three in stock. */
function products(...texts: string[]) {
  return texts.map((text) => {
    const [category = '', stock] = text.split(' ');
    return { category, stock: Number(stock) };
  });
}

const cases = [
  { name: 'nothing of nothing', given: [], shown: [] },
  {
    name: 'the flagship of the largest category first',
    given: ['Cameras 1', 'Drones 1'],
    shown: ['Drones 1', 'Cameras 1'],
  },
  {
    name: 'every flagship before the second of any category',
    given: ['Drones 1', 'Drones 2', 'Cameras 1', 'Cameras 2'],
    shown: ['Drones 1', 'Cameras 1', 'Drones 2', 'Cameras 2'],
  },
  {
    name: 'nothing that is sold out: the next in line is the flagship',
    given: ['Drones 0', 'Cameras 4', 'Drones 5'],
    shown: ['Drones 5', 'Cameras 4'],
  },
  {
    name: 'a category that nobody counted last',
    given: ['Kites 1', 'Cameras 1', 'Drones 1'],
    shown: ['Drones 1', 'Cameras 1', 'Kites 1'],
  },
];

for (const { name, given, shown } of cases) {
  test(`shows ${name}`, () => {
    assert.deepEqual(flagshipsFirst(products(...given), categories), products(...shown));
  });
}
