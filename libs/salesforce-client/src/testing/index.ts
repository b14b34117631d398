export { openOrg } from './open-org.ts';
