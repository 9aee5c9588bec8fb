import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { AlarmDetail } from '@octo/contracts/observatory-alarms.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { type FormEvent, useState } from 'react';
import { useAlarmSteps } from '../../api/use-alarms.ts';
import classes from './alarm-answers.module.css';

const times = [
  { value: '30', label: '30 minutes' },
  { value: '120', label: '2 hours' },
  { value: '1440', label: '1 day' },
];

/** Who has seen it, who silenced it, and the forms for both. */
export function AlarmAnswers({ alarm }: { alarm: AlarmDetail }) {
  const { acknowledge, silence, endSilence } = useAlarmSteps(alarm.id);
  const problem = acknowledge.error ?? silence.error ?? endSilence.error;
  return (
    <Section title="Answers">
      <div className={classes.answers}>
        {alarm.acknowledged ? (
          <p>
            Seen by {alarm.acknowledged.who} <Instant at={alarm.acknowledged.at} />: <q>{alarm.acknowledged.note}</q>
          </p>
        ) : alarm.state === 'firing' ? (
          <NoteForm
            label="What you know or do about it"
            button="Acknowledge"
            isBusy={acknowledge.isPending}
            onSend={acknowledge.mutate}
          />
        ) : (
          <p className="muted">It does not fire, so there is nothing to acknowledge.</p>
        )}
        {alarm.silence ? (
          <div className={classes.row}>
            <p>
              Silenced by {alarm.silence.who} until <Instant at={alarm.silence.until} isExact />:{' '}
              <q>{alarm.silence.why}</q>
            </p>
            <Button variant="default" loading={endSilence.isPending} onClick={() => endSilence.mutate()}>
              Tell people again
            </Button>
          </div>
        ) : (
          <SilenceForm isBusy={silence.isPending} onSend={silence.mutate} />
        )}
        {problem && <p role="alert">{asApiProblem(problem).message}</p>}
      </div>
    </Section>
  );
}

interface NoteFormProps {
  label: string;
  button: string;
  isBusy: boolean;
  onSend(note: string): void;
  children?: React.ReactNode;
}

function NoteForm({ label, button, isBusy, onSend, children }: NoteFormProps) {
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const given = note.trim();
    setMissing(given === '');
    if (given !== '') onSend(given);
  };
  return (
    <form className={classes.row} onSubmit={send}>
      <TextInput
        className={classes.note ?? ''}
        label={label}
        maxLength={500}
        value={note}
        error={isMissing && note.trim() === '' ? 'Say it in a few words' : undefined}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {children}
      <Button type="submit" variant="default" loading={isBusy}>
        {button}
      </Button>
    </form>
  );
}

interface SilenceFormProps {
  isBusy: boolean;
  onSend(silence: { minutes: number; why: string }): void;
}

function SilenceForm({ isBusy, onSend }: SilenceFormProps) {
  const [minutes, setMinutes] = useState('30');
  return (
    <NoteForm
      label="Why nobody is to be told of it for a while"
      button="Silence"
      isBusy={isBusy}
      onSend={(why) => onSend({ minutes: Number(minutes), why })}
    >
      <NativeSelect
        label="For"
        data={times}
        value={minutes}
        onChange={({ currentTarget }) => setMinutes(currentTarget.value)}
      />
    </NoteForm>
  );
}
