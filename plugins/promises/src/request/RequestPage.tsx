import { useParams } from 'react-router-dom';
import { ButtonLink } from '@backstage/ui';
import { useRequest } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { Crumbs } from '../layout/Crumbs';
import { PageBody } from '../layout/PageBody';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { RequestView } from './RequestView';

/** The status page of one request. */
export function RequestPage() {
  const { uid = '' } = useParams();
  const links = usePromisesLinks();
  const request = useRequest(uid);
  const name = request.data?.name ?? 'Request';
  return (
    <Crumbs
      entries={[
        { label: 'Requests', href: links.requests },
        ...(request.data?.ancestors ?? []).map(ancestor => ({
          label: ancestor.name,
          href: links.request(ancestor.uid),
        })),
        { label: name, href: links.request(uid) },
      ]}
    >
      <PageBody label={request.data ? `Request ${name}` : name}>
        <LoadedView
          loaded={request}
          what="the request"
          notFoundAction={
            <ButtonLink href={links.requests} variant="secondary">
              To the requests
            </ButtonLink>
          }
        >
          {data => <RequestView request={data} onChanged={request.reload} />}
        </LoadedView>
      </PageBody>
    </Crumbs>
  );
}
