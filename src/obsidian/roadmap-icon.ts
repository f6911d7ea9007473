/** The roadmap's icon by its Lucide name, in ribbon, tab and the menus of bases. */
export const ROADMAP_ICON = 'chart-gantt';
