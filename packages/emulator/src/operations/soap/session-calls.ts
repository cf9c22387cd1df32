import { toElements } from '../../metadata/soap/soap-envelope.ts';
import type { SoapDataCall } from './soap-data-call.ts';
import { userInfo } from './user-info.ts';

const logout: SoapDataCall = {
  name: 'logout',
  evidence: ['documented', 'client'],
  source: 'SOAP API guide, logout(); the request of jsforce',
  handle({ org, session }) {
    org.sessions.expire(session.accessToken);
    return [];
  },
};

const getUserInfo: SoapDataCall = {
  name: 'getUserInfo',
  evidence: ['documented', 'client', 'practitioner', 'unverified'],
  source: 'SOAP API guide, getUserInfo(); members as in recorded answers to login(); the user’s skin is not verified',
  handle({ org, session, apiVersion }) {
    const user = org.users.findById(session.userId);
    if (!user) throw new Error(`The user ${session.userId} of a session is not there.`);
    return toElements('result', userInfo(org, user, apiVersion));
  },
};

const getServerTimestamp: SoapDataCall = {
  name: 'getServerTimestamp',
  evidence: ['documented', 'client'],
  source: 'SOAP API guide, getServerTimestamp(); the parser of jsforce',
  handle: ({ org }) => toElements('result', { timestamp: org.clock().toISOString() }),
};

/** The calls of the SOAP API beside login(); any other answers 501. */
export const sessionCalls: readonly SoapDataCall[] = [logout, getUserInfo, getServerTimestamp];
