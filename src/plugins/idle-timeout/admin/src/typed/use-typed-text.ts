import { useForm } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepHours } from './keep-hours';
import { onSave } from './saves';
import { dropOld, dropTyped, keepTyped, typedText, type TypedKey, type TypedText } from './typed-texts';

const CONSUMER = 'IdleTimeoutTypedText';
/** After the last key: often enough to lose a word at most, rarely enough not to be felt. */
const WRITE_MS = 500;

const savedAtOf = (values: object): string =>
  'updatedAt' in values && typeof values.updatedAt === 'string' ? values.updatedAt : '';

/** Earlier text of this editor's, and what may be done with it. */
export interface Offer {
  text: TypedText;
  /** Whether somebody saved the item since. */
  isOutdated: boolean;
  restore(): void;
  drop(): void;
}

/**
 * Keeps what is typed into the form that this is called in, and offers what was kept before the form opened.
 * @param key null where nothing may be kept
 */
export const useTypedText = (key: TypedKey | null): Offer | null => {
  const values = useForm(CONSUMER, (form) => form.values);
  const initialValues = useForm(CONSUMER, (form) => form.initialValues);
  const isModified = useForm(CONSUMER, (form) => form.modified);
  const setValues = useForm(CONSUMER, (form) => form.setValues);
  const [offered, setOffered] = useState<TypedText | null>(null);
  const waiting = useRef<(() => void) | null>(null);
  const hasKept = useRef(false);
  /** What the kept text was typed over. */
  const typedOver = useRef<object | null>(null);
  const { user = '', model = '', documentId = '', locale = '' } = key ?? {};
  const isKept = key !== null;

  // What was there when the form opened.
  useEffect(() => {
    if (!isKept) return undefined;
    const own = { user, model, documentId, locale };
    dropOld(localStorage, keepHours(), Date.now());
    setOffered(typedText(localStorage, own));
    hasKept.current = false;
    const stopListening = onSave((save) => {
      if (save.model !== model || (save.documentId !== documentId && documentId !== '')) return;
      waiting.current = null;
      hasKept.current = false;
      dropTyped(localStorage, own);
      setOffered(null);
    });
    return () => {
      stopListening();
      // The form goes away: by a sign-out, for one.
      waiting.current?.();
    };
  }, [isKept, user, model, documentId, locale]);

  useEffect(() => {
    if (!isKept) return undefined;
    const own = { user, model, documentId, locale };
    if (!isModified) {
      // The editor took everything back. At a sign-out the form is emptied as well, but then by other initial values.
      if (typedOver.current === initialValues) {
        waiting.current = null;
        if (hasKept.current) dropTyped(localStorage, own);
        hasKept.current = false;
      }
      return undefined;
    }
    const write = () => {
      waiting.current = null;
      if (keepHours() === 0) return;
      hasKept.current = keepTyped(localStorage, own, { values, at: Date.now(), savedAt: savedAtOf(initialValues) });
    };
    typedOver.current = initialValues;
    waiting.current = write;
    const timer = setTimeout(() => waiting.current === write && write(), WRITE_MS);
    return () => clearTimeout(timer);
  }, [isKept, isModified, values, initialValues, user, model, documentId, locale]);

  useEffect(() => {
    const flush = () => waiting.current?.();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);

  const restore = useCallback(() => {
    if (offered === null) return;
    setOffered(null);
    setValues(offered.values);
  }, [offered, setValues]);

  const drop = useCallback(() => {
    setOffered(null);
    if (!hasKept.current) dropTyped(localStorage, { user, model, documentId, locale });
  }, [user, model, documentId, locale]);

  if (offered === null) return null;
  return { text: offered, isOutdated: offered.savedAt !== savedAtOf(initialValues), restore, drop };
};
