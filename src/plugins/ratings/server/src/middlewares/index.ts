import { publicMiddleware } from './public';

export default { public: publicMiddleware };
