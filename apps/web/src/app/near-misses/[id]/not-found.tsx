import { NoSuchPair } from '../../../ui/no-such-pair.tsx';

export default NoSuchPair;
