import type { Setting, Settings } from '@octo/platform/config/read-settings.ts';
import { telemetrySettings } from '@octo/platform/telemetry/config.ts';
import { crmSettings } from '../../apps/crm/config.ts';
import { observatorySettings } from '../../apps/observatory/config.ts';
import { shopSettings } from '../../apps/shop/config.ts';
import { gatewaySettings } from '../../apps/workflow-gateway/config.ts';
import { toolsSettings } from '../config.ts';
import { oraclePrepareSettings } from '../oracle-prepare/config.ts';

export interface SettingGroup {
  readonly title: string;
  readonly about: string;
  readonly settings: Settings;
}

/** Every variable that this repository reads, by who reads it. */
export const settingGroups: readonly SettingGroup[] = [
  {
    title: 'npm start, npm test and the other commands',
    about:
      'All optional. `npm start` gives each service its port, its database address, its secrets, and the addresses of the others. ' +
      'It hands your own environment on to all of them, and what you set yourself wins.',
    settings: toolsSettings,
  },
  {
    title: 'npm run oracle:prepare',
    about: 'Who prepares an Oracle database. With `--dry-run` nothing of it is needed.',
    settings: oraclePrepareSettings,
  },
  { title: 'Shop', about: 'Read by `apps/shop`.', settings: shopSettings },
  { title: 'CRM', about: 'Read by `apps/crm`.', settings: crmSettings },
  { title: 'Workflow gateway', about: 'Read by `apps/workflow-gateway`.', settings: gatewaySettings },
  { title: 'Observatory', about: 'Read by `apps/observatory`.', settings: observatorySettings },
  { title: 'Telemetry', about: 'Read by every service.', settings: telemetrySettings },
];

/** What a setting accepts, in the words it refuses everything else with. */
export function accepts(setting: Setting<unknown>): string {
  try {
    setting.parse('\u0000');
    return 'text';
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^must be (an? )?/, '') : String(error);
  }
}
