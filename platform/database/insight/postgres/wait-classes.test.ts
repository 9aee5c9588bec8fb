import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitClassOf } from './wait-classes.ts';

test('waits have the classes that an operator looks for', () => {
  const classes = {
    CPU: [[null, null]],
    Commit: [
      ['IO', 'WalSync'],
      ['IO', 'WALWrite'],
      ['LWLock', 'WALWrite'],
      ['IPC', 'SyncRep'],
    ],
    IO: [
      ['IO', 'DataFileRead'],
      ['IO', 'WalRead'],
    ],
    Lock: [
      ['Lock', 'tuple'],
      ['Lock', 'relation'],
    ],
    Concurrency: [
      ['LWLock', 'BufferMapping'],
      ['BufferPin', 'BufferPin'],
      ['IPC', 'ProcarrayGroupUpdate'],
    ],
    Configuration: [
      ['IO', 'WalInitWrite'],
      ['IPC', 'CheckpointDone'],
    ],
    Network: [['Client', 'ClientWrite']],
    Idle: [['Activity', 'WalWriterMain']],
    Other: [
      ['Timeout', 'PgSleep'],
      ['Extension', 'Extension'],
      ['NewInALaterRelease', 'Something'],
    ],
  } as const;
  for (const [waitClass, waits] of Object.entries(classes)) {
    for (const [type, event] of waits) assert.equal(waitClassOf(type, event), waitClass, `${type}:${event}`);
  }
});
