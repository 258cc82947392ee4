import type { Box, CalibrateView, Mark, ResultView, StepName } from '../../components/calibrate/types.ts';
import { applyProfile } from '../form/profile/apply.ts';
import { candidatesFor } from '../form/profile/candidates.ts';
import { makeProfile, PointError } from '../form/profile/make.ts';
import type { RecognisedForm } from '../form/types.ts';
import { t } from '../i18n.ts';
import { RECOGNISED_FROM } from '../model/form.ts';
import type { ProfilePart, SiteProfile } from '../model/profile.ts';
import { type CalibrateOverlay, createCalibrateOverlay } from '../overlay/calibrate.ts';
import { boxOf, contentBox, startPicking, type Target } from '../overlay/pick.ts';
import { reasons } from './calibrate-why.ts';

const STEPS: readonly StepName[] = [
  'position',
  'link',
  'comment',
  'points',
  'direction',
  'track',
  'component',
];
/** Parts without which there is nothing to generalise; the comment may be missing on a page, headings may be guessed. */
const NEEDED = 2;
const FIELD = 'input:not([type=hidden]),textarea,select,[contenteditable]';

export interface CalibratingOptions {
  readonly document: Document;
  readonly css: string;
  readonly signal: AbortSignal;
  /** A profile to be mended: what it knows is kept. */
  readonly base: SiteProfile | null;
  readonly now: () => Date;
  onSave(profile: SiteProfile): void;
  onCancel(): void;
}

/** «Показать форму»: asks for one position's parts, shows what follows from them, and keeps it only when told so. */
export function startCalibrating(options: CalibratingOptions): void {
  const { document: doc, signal } = options;
  let profile = options.base;
  let picks: (Target | null)[] = [];
  let hover: Target | null = null;
  let problem = '';
  let found: RecognisedForm | null = null;
  let result: ResultView | null = null;
  let list: { all: readonly Target[]; at: number } | null = null;
  let overlay: CalibrateOverlay;

  const step = (): StepName | null => (result ? null : (STEPS[picks.length] ?? null));
  const view = (): CalibrateView => ({
    step: step(),
    number: picks.length + 1,
    optional: picks.length >= NEEDED,
    again: profile !== null,
    candidate: hover ? described(hover) : '',
    problem,
    result,
  });
  const show = (): void => overlay.show(view());
  const ask = (): void => {
    hover = null;
    list = null;
    result = null;
    show();
  };
  const finish = (): void => {
    try {
      profile = makeProfile(doc, pointedAt(picks), {
        site: doc.location.host,
        title: doc.title,
        made: options.now().toISOString(),
        base: profile,
      });
    } catch (error) {
      const part: ProfilePart = error instanceof PointError ? error.part : 'position';
      problem = t(`calibrate.wrong.${part}`);
      picks = picks.slice(0, STEPS.indexOf(part));
      ask();
      return;
    }
    const applied = applyProfile(doc, profile);
    found = applied.form;
    result = resultOf(applied.form, applied.missing, profile);
    hover = null;
    show();
  };
  const pick = (target: Target | null): void => {
    problem = '';
    picks = [...picks, target];
    if (picks.length >= STEPS.length) finish();
    else ask();
  };
  const move = (by: number): void => {
    const part = step();
    if (!part) return;
    if (!list) {
      const { all, start } = candidatesFor(
        doc,
        part,
        (picks.findLast((one) => one !== null) as Target) ?? null,
      );
      list = { all, at: start - by };
    }
    const { all } = list;
    if (all.length === 0) return;
    list = { all, at: (list.at + by + all.length) % all.length };
    hover = all[list.at] ?? null;
    const element = hover?.nodeType === 3 ? hover.parentElement : (hover as Element | null);
    element?.scrollIntoView({ block: 'center', inline: 'nearest' });
    show();
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const { key } = event;
    if (key === 'Escape') options.onCancel();
    else if (key === 'ArrowDown' || key === 'ArrowRight') move(1);
    else if (key === 'ArrowUp' || key === 'ArrowLeft') move(-1);
    else if (key === 'Enter' && hover) pick(hover);
    else return key === 'Enter';
    return true;
  };
  overlay = createCalibrateOverlay({
    document: doc,
    css: options.css,
    signal,
    marks: () => (result && found ? foundMarks(found, doc) : pickMarks(picks, hover)),
    actions: {
      onKey,
      onSkip: () => pick(null),
      onEnough: finish,
      onBack() {
        picks = picks.slice(0, -1);
        problem = '';
        ask();
      },
      onCancel: options.onCancel,
      onSave: () => profile && options.onSave(profile),
      onRefine() {
        picks = [];
        ask();
      },
    },
  });
  startPicking({
    document: doc,
    host: overlay.host,
    signal,
    picking: () => step() !== null,
    accept: (target) => accepted(target, step()),
    onHover(target) {
      if (target === hover) return;
      hover = target;
      list = null;
      show();
    },
    onPick: pick,
    onMiss(link) {
      const part = step();
      problem = part ? t(link && part === 'link' ? 'calibrate.wrong.shown' : `calibrate.wrong.${part}`) : '';
      show();
    },
    onKey,
  });
  show();
}

/** What of a place can be the part asked for: a field, also by its label; a text that says something. */
function accepted(target: Target, step: StepName | null): Target | null {
  const element = target.nodeType === 3 ? target.parentElement : (target as Element);
  if (step === 'link' || step === 'comment' || step === 'points') {
    const own =
      element?.closest(FIELD) ?? (element?.closest('label') as HTMLLabelElement | null)?.control ?? null;
    return own as Element | null;
  }
  if (target.nodeType === 3) return target;
  const short = (element?.textContent ?? '').trim();
  return element && short !== '' && short.length < 2000 && !element.querySelector(FIELD) ? element : null;
}

function pointedAt(picks: readonly (Target | null)[]) {
  const [positionText, link, comment, points, ...headings] = picks;
  if (!positionText) throw new PointError('position');
  if (!link) throw new PointError('link');
  return {
    positionText,
    link: link as Element,
    comment: (comment ?? null) as Element | null,
    points: (points ?? null) as Element | null,
    headings,
  };
}

/** A target in words, for those who do not see the outline. */
function described(target: Target): string {
  if (target.nodeType === 3) return (target.nodeValue ?? '').trim().slice(0, 200);
  const element = target as HTMLElement;
  if (!element.matches(FIELD)) return (element.textContent ?? '').trim().slice(0, 200);
  const label =
    element.getAttribute('aria-label') ??
    (element as HTMLInputElement).labels?.[0]?.textContent ??
    element.getAttribute('placeholder') ??
    '';
  return t('calibrate.field', { label: label.trim().slice(0, 100) || t('calibrate.unlabelled') });
}

function pickMarks(picks: readonly (Target | null)[], hover: Target | null): Mark[] {
  const marks = picks.flatMap((target, i): Mark[] => {
    const box = target && boxOf(target);
    const name = STEPS[i];
    const kind = name === 'link' || name === 'comment' || name === 'points' ? name : 'position';
    return box ? [{ kind, ...(kind === 'position' ? airy(box) : box) }] : [];
  });
  const box = hover && boxOf(hover);
  return box ? [...marks, { kind: 'hover', ...box }] : marks;
}

/** A little air around a text, so that its letters stay free. */
function airy({ left, top, width, height }: Box): Box {
  return { left: left - 4, top: top - 3, width: width + 8, height: height + 6 };
}

/** Rectangles around what was found, as far as it is in the window. */
function foundMarks(form: RecognisedForm, doc: Document): Mark[] {
  const height = doc.defaultView?.innerHeight ?? 0;
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], element: Element | null): void => {
    const box = element && (kind === 'position' ? contentBox(element) : boxOf(element));
    if (box && box.top < height && box.top + box.height > 0 && marks.length < 400)
      marks.push({ kind, ...(kind === 'position' ? airy(box) : box) });
  };
  for (const position of form.form.positions) {
    add('position', form.anchor(position.id));
    add('points', form.scoreField(position.id));
    for (const row of position.rows) {
      add('link', form.field(row.id, 'url'));
      add('comment', form.field(row.id, 'comment'));
    }
  }
  return marks;
}

function resultOf(form: RecognisedForm, missing: readonly ProfilePart[], profile: SiteProfile): ResultView {
  const { positions } = form.form;
  const rows = positions.flatMap((position) => position.rows).filter((row) => form.field(row.id, 'url'));
  return {
    positions: positions.length,
    links: rows.length,
    withoutComment: rows.filter((row) => !form.field(row.id, 'comment')).length,
    unrecognised: positions.filter((position) => position.confidence < RECOGNISED_FROM).length,
    missing: missing.map((part) => t(`calibrate.part.${part}`)),
    why: reasons(profile),
  };
}
