open module kabar.testkit { requires kabar.api; }
