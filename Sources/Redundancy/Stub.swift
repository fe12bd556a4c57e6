enum RedundancyStub {}
