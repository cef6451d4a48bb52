import { useEntity } from '@backstage/plugin-catalog-react';
import { EmptyState, useRequest } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { RequestView } from '../request/RequestView';
import { EntityTab } from './EntityTab';
import { requestUid } from './requestUid';

/** On the entity page of a request: its status page. */
export function RequestStatusTab() {
  const { entity } = useEntity();
  const uid = requestUid(entity);
  return (
    <EntityTab>
      {uid ? (
        <Status uid={uid} />
      ) : (
        <EmptyState
          title="This entity is not a request"
          description="It has no annotation promissory.io/request-uid."
        />
      )}
    </EntityTab>
  );
}

function Status({ uid }: { readonly uid: string }) {
  const request = useRequest(uid);
  return (
    <LoadedView loaded={request} what="the request">
      {data => <RequestView request={data} onChanged={request.reload} />}
    </LoadedView>
  );
}
