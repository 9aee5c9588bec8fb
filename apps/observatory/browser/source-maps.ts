import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';
import type { BrowserError } from '@octo/contracts/observatory-browser.ts';

/** Knows where in the sources a place in a built file came from. The maps stay on the server. */
export interface SourceMaps {
  /** The error with places in sources, as far as the maps of its files are there. */
  locate(error: BrowserError): Promise<BrowserError>;
}

interface Place {
  file: string;
  line: number;
  column: number;
}

/** More than the pages of an application have. */
const mostMaps = 100;
/** Of a stack; whoever sends more made it up. */
const mostFrames = 10;
const longestFrame = 300;
const plainName = /^[\w.-]+\.js$/;
const frame = /^(?<name>.*?)\(?(?<file>\/[^\s:()]+):(?<line>\d+):(?<column>\d+)\)?$/;

export function createSourceMaps(folders: readonly string[]): SourceMaps {
  const maps = new Map<string, Promise<SourceMap | undefined>>();

  /** Names that are made up are looked for and forgotten: no map that is there makes room for them. */
  async function mapOf(file: string): Promise<SourceMap | undefined> {
    const name = basename(file);
    if (!plainName.test(name)) return undefined;
    const known = maps.get(name);
    if (known) return await known;
    if (maps.size >= mostMaps) maps.clear();
    const reading = readMap(folders, name);
    maps.set(name, reading);
    const found = await reading;
    if (!found) maps.delete(name);
    return found;
  }

  async function placeOf(place: Place): Promise<Place> {
    const entry = (await mapOf(place.file))?.findEntry(place.line - 1, place.column - 1);
    if (!entry || !('originalSource' in entry) || !entry.originalSource) return place;
    const { originalSource, originalLine, originalColumn } = entry;
    return { file: fromRoot(originalSource), line: originalLine + 1, column: originalColumn + 1 };
  }

  async function lineOf(line: string): Promise<string> {
    const { name = '', file = '', line: row, column } = frame.exec(line)?.groups ?? {};
    if (file === '') return line;
    const place = await placeOf({ file, line: Number(row), column: Number(column) });
    return `${name}(${place.file}:${place.line}:${place.column})`.trim();
  }

  return {
    async locate(error) {
      const place = await placeOf({ file: error.file, line: error.line, column: error.column });
      const frames = error.stack.slice(0, mostFrames).map((line) => line.slice(0, longestFrame));
      return { ...error, ...place, stack: await Promise.all(frames.map(lineOf)) };
    },
  };
}

/** Sources are named relative to the built file; from the root of the repository on is what a person looks for. */
function fromRoot(source: string): string {
  return source
    .replace(/^(webpack:\/\/|file:\/\/)?(\/|(\.\.\/)+)*/, '')
    .replace(/^.*?(?=(apps|ui|node_modules)\/)/, '');
}

async function readMap(folders: readonly string[], name: string): Promise<SourceMap | undefined> {
  for (const folder of folders) {
    const text = await readFile(join(folder, `${name}.map`), 'utf8').catch(() => undefined);
    if (text !== undefined) return parse(text);
  }
  return undefined;
}

function parse(text: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(text));
  } catch {
    return undefined;
  }
}
