/**
 * What runs without a page: hands key commands to the tab in front, and stores what a reader asked for in a
 * card. Keeps nothing in memory, since the browser stops it at will. Knows the browser by what it is handed.
 */
import type { CommandMessage, CommandName } from '../messages/index.ts';
import { COMMANDS } from '../messages/index.ts';
import { parseIntent } from '../messages/schema.ts';
import { switchEntity, switchMention, switchSite, type Settings } from '../settings/index.ts';

export interface BackgroundParts {
  /** Tells of the key commands of the manifest. */
  onCommand(listener: (name: string) => void): void;
  sendToActiveTab(message: CommandMessage): Promise<void>;
  /** Tells of messages of the extension's own contexts. */
  onMessage(listener: (message: unknown) => void): void;
  changeSettings(mutate: (settings: Settings) => Settings): Promise<unknown>;
}

export function startBackground(parts: BackgroundParts): void {
  parts.onCommand((name) => {
    if (isCommand(name)) void parts.sendToActiveTab({ kind: 'command', name });
  });
  parts.onMessage((message) => {
    const intent = parseIntent(message);
    if (!intent) return;
    void parts.changeSettings((settings) => {
      switch (intent.what) {
        case 'all':
          return { ...settings, on: intent.on };
        case 'mention': {
          const { site, entity, surface, on } = intent;
          return switchMention(settings, { site, entity, surface }, on);
        }
        case 'site':
          return switchSite(settings, intent.site, intent.on);
        case 'entity':
          return switchEntity(settings, { id: intent.entity, tier: intent.tier }, intent.on);
      }
    });
  });
}

function isCommand(name: string): name is CommandName {
  return COMMANDS.some((command) => command === name);
}
