import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { UnknownPage } from './UnknownPage';

/** A ULID, as every uid of a request is. */
const UID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Asks the server, and listens to it, only about what can be a request. */
export function RequestAddress(props: { readonly children: ReactElement }) {
  const { uid = '' } = useParams();
  return UID.test(uid) ? props.children : <UnknownPage />;
}
