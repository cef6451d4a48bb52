import { mockServices } from '@backstage/backend-test-utils';
import { membershipsOf } from './membershipsOf';

/** Users with their groups, as the catalog would say. */
export const userInfo = mockServices.userInfo.mock({
  getUserInfo: async credentials => {
    const { userEntityRef } = credentials.principal as {
      userEntityRef: string;
    };
    return { userEntityRef, ownershipEntityRefs: membershipsOf(userEntityRef) };
  },
}).factory;
