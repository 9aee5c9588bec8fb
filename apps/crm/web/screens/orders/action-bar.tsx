import { Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Icon } from '@octo/ui/react/icon.tsx';
import { useRef } from 'react';
import classes from './action-bar.module.css';
import { type OrderSteps, type StepName, stepLabels } from './order-steps.ts';

interface ActionBarProps {
  steps: OrderSteps;
  isBusy: boolean;
  onChoose(name: StepName): void;
}

/** The steps as buttons, the one that is due last and loudest; on a phone at the thumb, the others behind it. */
export function ActionBar(props: ActionBarProps) {
  const isPhone = useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false });
  const { main, others } = props.steps;
  if (main === undefined && others.length === 0) return null;
  return (
    <fieldset className={classes.bar} aria-busy={props.isBusy}>
      <legend className="visually-hidden">What can be done</legend>
      {isPhone && others.length > 1 ? <More {...props} /> : <Others {...props} />}
      {main && <Button onClick={() => props.onChoose(main)}>{stepLabels[main]}</Button>}
    </fieldset>
  );
}

function Others({ steps, onChoose }: ActionBarProps) {
  return steps.others.map((name) => (
    <Button
      key={name}
      variant={name === 'cancel' ? 'subtle' : 'default'}
      color={name === 'cancel' ? 'bad' : 'accent'}
      onClick={() => onChoose(name)}
    >
      {stepLabels[name]}
    </Button>
  ));
}

function More({ steps, onChoose }: ActionBarProps) {
  const button = useRef<HTMLButtonElement>(null);
  const choose = (name: StepName) => {
    // The menu goes; a dialog that is closed leads back to what stays.
    button.current?.focus();
    onChoose(name);
  };
  return (
    <Menu position="top-start" width={220} withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <Button ref={button} variant="default" leftSection={<Icon name="more" />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.others.toReversed().map((name) => (
          <Menu.Item key={name} className={name === 'cancel' ? (classes.bad ?? '') : ''} onClick={() => choose(name)}>
            {stepLabels[name]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
