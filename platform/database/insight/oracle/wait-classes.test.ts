import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitClassOf } from './wait-classes.ts';

test('waits have the classes that an operator looks for', () => {
  const classes = {
    Lock: [['Application', 'enq: TX - row lock contention']],
    Network: [
      ['Application', 'SQL*Net break/reset to client'],
      ['Network', 'SQL*Net more data to client'],
    ],
    IO: [
      ['User I/O', 'db file sequential read'],
      ['System I/O', 'control file sequential read'],
    ],
    Commit: [['Commit', 'log file sync']],
    Concurrency: [['Concurrency', 'enq: TX - index contention']],
    Configuration: [['Configuration', 'log file switch completion']],
    CPU: [['Scheduler', 'resmgr:cpu quantum']],
    Idle: [['Idle', 'SQL*Net message from client']],
    Other: [
      ['Cluster', 'gc cr request'],
      ['Queueing', 'x'],
      [null, null],
    ],
  } as const;
  for (const [waitClass, waits] of Object.entries(classes)) {
    for (const [group, event] of waits) assert.equal(waitClassOf('WAITING', group, event), waitClass, `${event}`);
  }
  assert.equal(waitClassOf('WAITED KNOWN TIME', 'User I/O', 'db file sequential read'), 'CPU');
});
