/** Another entity by its name: a button that opens its card, or plain text where nothing can be opened. */
import type { EntityRef } from '../dataset/index.ts';

/** Opens the card of the entity with this id. */
export type OpenEntity = (entityId: string) => void;

export interface EntityLinkProps {
  entity: EntityRef;
  /** Language of the name. */
  lang: string;
  onOpen?: OpenEntity | undefined;
}

export function EntityLink({ entity: { id, name }, lang, onOpen }: EntityLinkProps) {
  if (!onOpen) return <bdi lang={lang}>{name}</bdi>;
  return (
    <button
      type="button"
      class="card-link"
      data-opens={id}
      onClick={() => {
        onOpen(id);
      }}
    >
      <bdi lang={lang}>{name}</bdi>
    </button>
  );
}
