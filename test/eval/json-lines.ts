import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A problem with a file that a person handed in, with what they need to mend it. */
export class InputError extends Error {}

export type Row = Readonly<Record<string, unknown>>;

/** Reads one JSON object a line; blank lines are skipped. `at` names file and line in errors. */
export async function* jsonLines(path: string): AsyncGenerator<{ row: Row; at: string }> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (text.trim() !== '') yield { row: parseRow(text, `${path}:${number}`), at: `${path}:${number}` };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new InputError(`${path}: cannot be read (${error.code})`);
    throw error;
  }
}

function parseRow(text: string, at: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${at}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InputError(`${at}: not an object`);
  return value as Row;
}

/** A field that must be text; numbers are taken as ids often are. */
export function textField(row: Row, field: string, at: string, isOptional = false): string {
  const value = row[field];
  if (value === undefined && isOptional) return '';
  if (typeof value === 'number' && field === 'id') return String(value);
  if (typeof value !== 'string') throw new InputError(`${at}: field "${field}" must be text, found ${kindOf(value)}`);
  if (field === 'id' && value === '') throw new InputError(`${at}: field "id" is empty`);
  return value;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
