import { editingController } from './editing';
import { exportsController } from './exports';
import { publicController } from './public';

export default { public: publicController, editing: editingController, exports: exportsController };
