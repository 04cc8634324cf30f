import type { z } from 'zod';
import { safeLinkAddress } from '../sections';
import type { contactSchema } from './schemas';
import { isRecord, textOrNull } from './values';

/** How to reach an office. */
export type Contact = z.infer<typeof contactSchema>;

/** Null where nothing is said. */
export const presentContact = (contact: unknown): Contact | null => {
  if (!isRecord(contact)) return null;
  const presented = {
    label: textOrNull(contact.label),
    address: textOrNull(contact.address),
    phone: textOrNull(contact.phone),
    email: textOrNull(contact.email),
    url: safeLinkAddress(contact.url),
  };
  return Object.values(presented).every((value) => value === null) ? null : presented;
};
