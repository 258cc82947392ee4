import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { MenuView } from '../../lib/overlay/types.ts';
import { Floating } from './floating.tsx';
import type { OverlayUi } from './store.ts';

/** Key of the last line. */
const ADD = '';

/** Documents for the focused link field: type to search, arrows, Enter, Esc; the last line adds a document. */
export function Menu({ view, ui }: { view: MenuView; ui: OverlayUi }) {
  // What the arrows or the mouse chose, by key: it stays chosen when a later answer moves it in the list.
  const [chosen, setChosen] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  // With the key that opened it: the next letter is for the search, not for the page's field.
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => setChosen(null), [view.query]);
  // Enter before the answer to the words typed last: the list still shows what fitted the words before.
  const [entered, setEntered] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (entered === null || view.loading) return;
    setEntered(null);
    const [best] = view.offers;
    if (entered === view.query && best && !best.recent) ui.actions.insertFromMenu(best.key);
  }, [entered, view, ui]);
  const last = view.offers.length;
  // With nothing found, Enter does nothing until words were typed or an arrow chose the last line.
  const none = last === 0 && (view.query.trim() === '' || view.loading);
  const keyAt = (index: number): string => view.offers[index]?.key ?? ADD;
  const at = chosen === ADD ? last : view.offers.findIndex(({ key }) => key === chosen);
  const current = at >= 0 ? at : none ? -1 : 0;
  const choose = (index: number, event: Event) => {
    const offer = view.offers[index];
    if (offer) {
      if (ui.honest(event)) ui.actions.insertFromMenu(offer.key);
    } else if (ui.trusted(event)) ui.actions.openLibrary();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0)
      setChosen(keyAt(current < 0 ? (by > 0 ? 0 : last) : (current + by + last + 1) % (last + 1)));
    else if (event.key === 'Enter' && view.loading && current <= 0) {
      if (ui.honest(event)) setEntered(view.query);
    } else if (event.key === 'Enter') {
      if (current >= 0) choose(current, event);
    } else if (event.key === 'Tab') ui.closeMenu();
    else return;
    event.preventDefault();
  };
  const nothing = t(view.query === '' ? 'overlay.menu_empty' : 'overlay.menu_none');
  const hint = last > 0 ? '' : view.loading ? t('overlay.loading') : nothing;
  const divider = view.offers.findIndex((offer) => offer.recent);
  return (
    <Floating
      class="menu"
      label={t('overlay.menu')}
      subject={view.rowId}
      spot={ui.menuSpot}
      onEscape={ui.closeMenu}
    >
      <input
        ref={input}
        class="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="menu-list"
        aria-activedescendant={current < 0 ? undefined : `menu-${current}`}
        aria-label={t('overlay.menu_search')}
        placeholder={t('overlay.menu_search')}
        value={view.query}
        maxLength={500}
        onInput={(event) => ui.actions.searchMenu(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {hint !== '' && (
        <p class="quiet" role="status">
          {hint}
        </p>
      )}
      <div id="menu-list" class="scroll" role="listbox" aria-label={t('overlay.menu')}>
        {[...view.offers, null].map((offer, index) => (
          // The keyboard works in the search field above, by aria-activedescendant.
          <div
            key={offer?.key ?? 'add'}
            id={`menu-${index}`}
            role="option"
            tabIndex={-1}
            class={`option${offer ? '' : ' option-add'}${index === divider ? ' option-first' : ''}`}
            aria-selected={index === current}
            onMouseMove={() => index !== current && setChosen(keyAt(index))}
            onClick={(event) => choose(index, event)}
            onKeyDown={onKeyDown}
          >
            {offer ? (
              <>
                {index === divider && <span class="option-group">{t('overlay.menu_recent')}</span>}
                <span class="option-title">{offer.title}</span>
                <span class="option-note">{offer.note}</span>
              </>
            ) : (
              t('overlay.menu_add')
            )}
          </div>
        ))}
      </div>
    </Floating>
  );
}
