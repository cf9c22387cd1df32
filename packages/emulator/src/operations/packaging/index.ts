import type { Operation } from '../operation.ts';
import { showInstallPage, submitInstallPage } from './install-package-page.ts';

export const packagingOperations: readonly Operation[] = [showInstallPage, submitInstallPage];
